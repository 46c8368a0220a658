"""scipy's least_squares on vectorised numpy: the peer of our fit. One request a line, one answer a line."""
import json
import sys
import time

import numpy as np
from scipy.optimize import least_squares

NAMES = ["R0", "R1", "CPE1.Q", "CPE1.n", "R2", "CPE2.Q", "CPE2.n", "W1"]
IS_LOG = np.array(["n" not in name for name in NAMES])
LOWER = np.where(IS_LOG, -40.0, 0.1)
UPPER = np.where(IS_LOG, 40.0, 1.0)


def impedance(x, jw, warburg):
    r0, r1, q1, n1, r2, q2, n2, w1 = np.where(IS_LOG, np.exp(np.where(IS_LOG, x, 0)), x)
    return r0 + r1 / (1 + r1 * q1 * jw**n1) + r2 / (1 + r2 * q2 * jw**n2) + w1 * warburg


def fit(request):
    omega = 2 * np.pi * np.array(request["frequency_Hz"])
    jw = 1j * omega
    warburg = (1 - 1j) / np.sqrt(omega)
    z = np.array(request["zRe_ohm"]) + 1j * np.array(request["zIm_ohm"])
    weight = 1 / np.abs(z)
    start = np.array([request["start"][name] for name in NAMES])
    x0 = np.clip(np.where(IS_LOG, np.log(np.maximum(start, 1e-300)), start), LOWER + 1e-9, UPPER - 1e-9)

    def residual(x):
        difference = (impedance(x, jw, warburg) - z) * weight
        return np.concatenate([difference.real, difference.imag])

    solution = least_squares(residual, x0, bounds=(LOWER, UPPER), x_scale="jac")
    return float(2 * solution.cost)


for line in sys.stdin:
    request = json.loads(line)
    before = time.perf_counter()
    for _ in range(request["repeats"]):
        chi = fit(request)
    ms = 1000 * (time.perf_counter() - before) / request["repeats"]
    print(json.dumps({"ms": ms, "chiSquared": chi}), flush=True)
