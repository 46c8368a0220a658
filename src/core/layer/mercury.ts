/** g/mol, the conventional atomic weight of mercury. */
export const HG_MOLAR_MASS = 200.592;

/** g/cm³ of liquid mercury at 25 °C. */
const HG_DENSITY = 13.5336;

/** cm³/mol of liquid mercury at 25 °C. */
export const HG_VOLUME_CM3_PER_MOL = HG_MOLAR_MASS / HG_DENSITY;
