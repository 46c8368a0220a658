/** The characters that the byte scanners know, by their ASCII codes. */
export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const BLANK = 32;
export const QUOTE = 34;
export const PLUS = 43;
export const COMMA = 44;
export const MINUS = 45;
export const POINT = 46;
export const SLASH = 47;
export const ZERO = 48;
export const COLON = 58;
export const CAPITAL_T = 84;
export const SMALL_E = 101;
/** The bit that makes a capital letter small. */
export const SMALL = 32;
