/**
 * Simulated courses with numbers found by scipy 1.10.1: scipy.optimize.curve_fit (optimum, standard errors), the profile
 * of the sum of squares by scipy.optimize.brentq around refits by least_squares, scipy.stats.theilslopes; scatter of
 * numpy's default_rng(20261123), values rounded to two decimals. AICc = n ln(S/n) + 2k + 2k(k + 1)/(n − k − 1) with k one
 * more than the parameters.
 */

const pointsOf = (values: readonly number[]) =>
  values.map((value, i) => ({ count: i + 1, value, excluded: null }));

/** 42 + 35 exp(−t/5) mV, scatter 1 mV. */
export const CONDITIONING = {
  points: pointsOf([
    77.35, 74.15, 66.05, 60.59, 58.99, 54.97, 52.05, 52.47, 50.23, 47.88, 45.46, 45.98, 45.26, 46.09, 44.69,
    45.59, 44.22, 44.08, 43.83, 42.56, 41.07, 42.81, 42.08, 40.64,
  ]),
  optimum: { plateau: 41.96231192411255, excess: 36.25668589959254, timeConstant: 5.1060458181870265 },
  standardErrors: {
    plateau: 0.4937136305336743,
    excess: 0.8795187604827797,
    timeConstant: 0.29858432582683714,
  },
  profiles: {
    plateau: [40.8598375420997, 42.95474023786427],
    excess: [34.43067502147799, 38.09265967387646],
    timeConstant: [4.521916341208926, 5.803528404540231],
  },
  aicc: { conditioning: 13.820726657299007, linear: 83.05308877813931, constant: 114.9324670791906 },
  theilSlope: -0.9508823529411778,
};

/** 60 + 0.4 t^1.6 mV, scatter 0.8 mV. */
export const POWER_GROWTH = {
  points: pointsOf([
    59.46, 59.54, 59.02, 62.77, 63.78, 64.66, 67.82, 68.55, 71.26, 72.68, 77.09, 79.24, 82.12, 85.25, 85.38,
    90.98, 93.66, 97.73, 98.96, 105.07, 107.98, 112.4, 116.34, 120.35,
  ]),
  power: {
    optimum: { initial: 59.250820862873695, growth: 0.4784086123278693, exponent: 1.5451154040231532 },
    standardErrors: {
      initial: 0.47067784611658076,
      growth: 0.05860477013345464,
      exponent: 0.03874076857874473,
    },
    aicc: 2.1096350777611144,
  },
  exponential: {
    optimum: { initial: 55.45946193024752, timeConstant: 30.12974669279 },
    aicc: 24.737442138611343,
  },
};

/** Loses 0.1 mAh/g a cycle, from t = 24.3 on 0.9; scatter 0.5 mAh/g. */
export const KNEE_FADE = {
  points: pointsOf([
    160.82, 160.0, 159.74, 160.43, 159.32, 159.04, 159.02, 158.94, 158.48, 158.81, 159.4, 158.17, 158.92,
    158.45, 158.45, 159.02, 158.75, 158.89, 159.0, 157.16, 157.43, 159.1, 157.8, 158.83, 157.65, 157.32,
    155.58, 154.93, 153.95, 153.12, 152.29, 151.77, 149.85, 148.03, 147.73, 146.9, 145.24, 145.7, 143.75,
    143.12,
  ]),
  /** The knee as a cycle number: t = 24.2085 and the first cycle is 1. */
  knee: {
    initialCapacity: 159.88793847174153,
    lossBefore: 0.08526153986531819,
    lossAfter: 1.0103214331889034,
    knee: 25.208537790592022,
  },
  standardErrors: {
    initialCapacity: 0.21660924400579074,
    lossBefore: 0.015472087556054614,
    lossAfter: 0.03333816334834065,
    knee: 0.3991648075215826,
  },
  /** The knee's place counts as two parameters. */
  aicc: {
    knee: -36.361580779849504,
    power: -5.06330269615305,
    linear: 80.16871308425696,
    exponential: 81.77923500203988,
    'square-root': 100.42047147323044,
  },
};

/** 150 − 0.35 t mAh/g, scatter 0.6; the end of life from Q(1 − 0.2 t/nₑ), whose one further parameter is profiled. */
export const LINEAR_FADE = {
  points: pointsOf([
    149.73, 150.3, 149.9, 148.91, 148.85, 147.56, 147.65, 146.85, 147.17, 147.11, 146.49, 146.56, 147.41,
    144.72, 145.7, 144.7, 145.46, 144.19, 144.27, 143.84, 144.32, 141.42, 142.24, 142.66, 141.37, 141.71,
    141.26, 140.3, 140.47, 140.11, 139.97, 138.71, 138.69, 139.23, 137.86, 136.9, 137.63, 135.65, 136.83,
    137.29,
  ]),
  sumOfSquares: 15.775949465290774,
  endOfLife: { cycle: 85.94256349739645, lower95: 82.04342670129745, upper95: 90.25646692574554 },
};
