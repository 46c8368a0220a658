const MOST_ROUNDS = 60;

/**
 * The t that a Student-distributed number with so many degrees of freedom exceeds in either direction with the
 * probability 1 − `level`: 1.96 for 0.95 and many degrees. By bisection of the two-sided probability, which for whole
 * degrees of freedom is a finite sum (Abramowitz and Stegun 26.7.3 and 26.7.4).
 */
export function studentQuantile(degrees: number, level: number): number {
  if (degrees < 1) return NaN;
  let low = 0;
  let high = Math.PI / 2;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const middle = (low + high) / 2;
    if (centralProbability(middle, degrees) < level) low = middle;
    else high = middle;
  }
  return Math.sqrt(degrees) * Math.tan((low + high) / 2);
}

/** P(|T| < √ν tan θ) */
function centralProbability(theta: number, degrees: number): number {
  const isOdd = degrees % 2 === 1;
  const cosine = Math.cos(theta);
  let term = isOdd ? cosine : 1;
  let sum = degrees === 1 ? 0 : term;
  for (let k = isOdd ? 3 : 2; k < degrees; k += 2) {
    term *= (cosine * cosine * (k - 1)) / k;
    sum += term;
  }
  return isOdd ? (2 / Math.PI) * (theta + Math.sin(theta) * sum) : Math.sin(theta) * sum;
}
