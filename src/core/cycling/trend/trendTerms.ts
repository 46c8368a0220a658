/** The terms of which the models of fade and polarisation are made, with their derivatives by the shape. */
import type { TrendTerm } from '#core/cycling/trend/trendModel.ts';

const still = () => 0;

export const LINEAR: TrendTerm = { value: (t) => t, perShape: still };
export const SQUARE_ROOT: TrendTerm = { value: (t) => Math.sqrt(t), perShape: still };

/** t^p; the shape is p. */
export const POWER: TrendTerm = {
  value: (t, p) => t ** p,
  perShape: (t, p) => (t > 0 ? t ** p * Math.log(t) : 0),
};

/** exp(−t/τ); the shape is τ. */
export const DECAY: TrendTerm = {
  value: (t, tau) => Math.exp(-t / tau),
  perShape: (t, tau) => (Math.exp(-t / tau) * t) / (tau * tau),
};

/** exp(t/τ); the shape is τ. */
export const GROWTH: TrendTerm = {
  value: (t, tau) => Math.exp(t / tau),
  perShape: (t, tau) => (-Math.exp(t / tau) * t) / (tau * tau),
};

/** What lies before and after a knot k, together t; the shape is k. */
export const BEFORE_KNOT: TrendTerm = {
  value: (t, k) => Math.min(t, k),
  perShape: (t, k) => (t > k ? 1 : 0),
};
export const AFTER_KNOT: TrendTerm = {
  value: (t, k) => Math.max(0, t - k),
  perShape: (t, k) => (t > k ? -1 : 0),
};

/** Two lines that do not meet, cut at k: level and slope of either. */
export const TWO_LINES: readonly TrendTerm[] = [
  { value: (t, k) => (t < k ? 1 : 0) },
  { value: (t, k) => (t < k ? t : 0) },
  { value: (t, k) => (t < k ? 0 : 1) },
  { value: (t, k) => (t < k ? 0 : t - k) },
];
