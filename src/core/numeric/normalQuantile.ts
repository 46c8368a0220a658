/** Quantiles of the normal distribution that intervals are made of. */

/** Half of a two-sided 95 % interval, in standard errors. */
export const NORMAL_TWO_SIDED_95 = 1.959963984540054;
/** A one-sided 95 % limit, in standard errors. */
export const NORMAL_ONE_SIDED_95 = 1.644854;
