"""Writes elements.json: scattering of X-rays by neutral atoms, from Debian's python3-xraydb (public domain).

f0 = sum a exp(-b s^2) + c with s = sin(theta)/lambda in 1/A: Waasmaier & Kirfel, Acta Cryst. A51 (1995) 416.
f', f'': C. T. Chantler, J. Phys. Chem. Ref. Data 24 (1995) 71 and 29 (2000) 597, convention f = f0 + f' + i f''.
Mass attenuation in cm2/g: Elam, Ravel & Sieber, Radiat. Phys. Chem. 63 (2002) 121.
"""

import json
from pathlib import Path

import xraydb

HC_EV_A = 12398.419843320026
LINES_A = {
    "CuKa1": 1.5405929, "CuKa2": 1.5444274, "CuKb1": 1.392234,
    "CoKa1": 1.788996, "CoKa2": 1.792835, "CoKb1": 1.6208264,
    "MoKa1": 0.70931715, "MoKa2": 0.713607, "MoKb1": 0.632303,
    "AgKa1": 0.55942178, "AgKa2": 0.5638131, "AgKb1": 0.4970817,
    "CrKa1": 2.289726, "CrKa2": 2.293651, "CrKb1": 2.0848881,
    "FeKa1": 1.936041, "FeKa2": 1.939973, "FeKb1": 1.7566041,
}
LAST = 92


def waasmaier(symbol):
    database = xraydb.get_xraydb()
    table = database.tables["Waasmaier"]
    row = database.query(table).filter(table.c.ion == symbol).one()
    return json.loads(row.scale), json.loads(row.exponents), row.offset


def entry(z):
    symbol = xraydb.atomic_symbol(z)
    scale, exponents, offset = waasmaier(symbol)
    energies = {line: HC_EV_A / wavelength for line, wavelength in LINES_A.items()}
    return symbol, {
        "mass": round(float(xraydb.atomic_mass(z)), 4),
        "a": scale,
        "b": exponents,
        "c": offset,
        "anomalous": {
            line: [
                round(float(xraydb.f1_chantler(symbol, e)), 4),
                round(float(xraydb.f2_chantler(symbol, e)), 4),
            ]
            for line, e in energies.items()
        },
        "muRho_cm2_g": {line: float(f"{float(xraydb.mu_elam(symbol, e)):.5g}") for line, e in energies.items()},
    }


def main():
    lines = [f"{json.dumps(symbol)}: {json.dumps(facts)}" for symbol, facts in map(entry, range(1, LAST + 1))]
    Path(__file__).with_name("elements.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    main()
