/** A capacity per electrode area, mAh/cm2; null when the area is not known. One electrode's geometric area counts. */
export function arealCapacity(capacity_Ah: number, area_cm2: number | null): number | null {
  return area_cm2 === null ? null : (1000 * capacity_Ah) / area_cm2;
}
