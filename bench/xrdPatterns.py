"""pymatgen's XRDCalculator on the same structures: the peer of our powder patterns. One request a line, one answer a line."""
import json
import sys
import time
import warnings

warnings.filterwarnings("ignore")
from pymatgen.analysis.diffraction.xrd import XRDCalculator  # noqa: E402
from pymatgen.core import Lattice, Structure  # noqa: E402


def structure_of(phase):
    cell = phase["cell"]
    lattice = Lattice.from_parameters(
        cell["a_A"], cell["b_A"], cell["c_A"], cell["alpha_deg"], cell["beta_deg"], cell["gamma_deg"]
    )
    symbol = phase["spaceGroup"].replace(" ", "").replace(":H", "")
    sites = phase["sites"]
    return Structure.from_spacegroup(
        symbol, lattice, [site["element"] for site in sites], [[site["x"], site["y"], site["z"]] for site in sites]
    )


for text in sys.stdin:
    request = json.loads(text)
    phase = request["structure"]
    structure = structure_of(phase)
    factors = {site["element"]: site["bIso_A2"] for site in phase["sites"]}
    calculator = XRDCalculator(wavelength=request["wavelength_A"], debye_waller_factors=factors)
    before = time.perf_counter()
    for _ in range(request["repeats"]):
        pattern = calculator.get_pattern(structure, two_theta_range=(5, 120))
    ms = 1000 * (time.perf_counter() - before) / request["repeats"]
    peaks = [[float(x), float(y)] for x, y in zip(pattern.x, pattern.y)]
    print(json.dumps({"ms": ms, "atoms": len(structure), "peaks": peaks}), flush=True)
