"""lmfit on the same window and start: the peer of our fit of peaks. One request a line, one answer a line."""
import json
import sys
import time

import numpy as np
from lmfit.models import LinearModel, PseudoVoigtModel


def model_of(request):
    line = request["line"]
    middle = (request["twoTheta_deg"][0] + request["twoTheta_deg"][-1]) / 2
    model = LinearModel(prefix="line_")
    for k in range(len(request["start"])):
        model = model + PseudoVoigtModel(prefix=f"p{k}_")
    parameters = model.make_params(
        line_intercept=line["level_counts"] - middle * line["slope_countsPerDeg"],
        line_slope=line["slope_countsPerDeg"],
    )
    for k, peak in enumerate(request["start"]):
        parameters[f"p{k}_center"].set(peak["twoTheta_deg"])
        parameters[f"p{k}_amplitude"].set(peak["area_countsDeg"], min=0)
        parameters[f"p{k}_sigma"].set(peak["fwhm_deg"] / 2, min=1e-3)
        parameters[f"p{k}_fraction"].set(peak["eta"], min=0, max=1)
    return model, parameters


for text in sys.stdin:
    request = json.loads(text)
    x = np.array(request["twoTheta_deg"])
    y = np.array(request["intensity_counts"], dtype=float)
    weights = 1 / np.sqrt(np.maximum(1, y))
    model, parameters = model_of(request)
    before = time.perf_counter()
    for _ in range(request["repeats"]):
        result = model.fit(y, parameters, x=x, weights=weights, scale_covar=False)
    ms = 1000 * (time.perf_counter() - before) / request["repeats"]
    peaks = [
        {
            name: [result.params[f"p{k}_{own}"].value * factor, result.params[f"p{k}_{own}"].stderr * factor]
            for name, own, factor in (
                ("twoTheta_deg", "center", 1),
                ("area_countsDeg", "amplitude", 1),
                ("fwhm_deg", "sigma", 2),
                ("eta", "fraction", 1),
            )
        }
        for k in range(len(request["start"]))
    ]
    print(json.dumps({"ms": ms, "chiSquared": result.chisqr, "peaks": peaks}), flush=True)
