/** How many of a simulation's seeds a test takes: half of them, all with AMALGAM_COURSES=all. */
export function seedsOf(all: number): number {
  return process.env['AMALGAM_COURSES'] === 'all' ? all : all / 2;
}
