/** Complex numbers for the simulations. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

export const real = (re: number): Complex => ({ re, im: 0 });
export const scale = (z: Complex, factor: number): Complex => ({ re: z.re * factor, im: z.im * factor });
export const add = (a: Complex, b: Complex): Complex => ({ re: a.re + b.re, im: a.im + b.im });
export const multiply = (a: Complex, b: Complex): Complex => ({
  re: a.re * b.re - a.im * b.im,
  im: a.re * b.im + a.im * b.re,
});

/** Smith's division, which neither overflows nor underflows before the quotient does. */
export function divide(a: Complex, b: Complex): Complex {
  if (Math.abs(b.re) >= Math.abs(b.im)) {
    const ratio = b.im / b.re;
    const bottom = b.re + b.im * ratio;
    return { re: (a.re + a.im * ratio) / bottom, im: (a.im - a.re * ratio) / bottom };
  }
  const ratio = b.re / b.im;
  const bottom = b.re * ratio + b.im;
  return { re: (a.re * ratio + a.im) / bottom, im: (a.im * ratio - a.re) / bottom };
}

/** Principal branch, in polar form. */
export function power(z: Complex, exponent: number): Complex {
  const modulus = Math.hypot(z.re, z.im) ** exponent;
  const angle = Math.atan2(z.im, z.re) * exponent;
  return { re: modulus * Math.cos(angle), im: modulus * Math.sin(angle) };
}

export const sinh = ({ re, im }: Complex): Complex => ({
  re: Math.sinh(re) * Math.cos(im),
  im: Math.cosh(re) * Math.sin(im),
});

export const cosh = ({ re, im }: Complex): Complex => ({
  re: Math.cosh(re) * Math.cos(im),
  im: Math.sinh(re) * Math.sin(im),
});
