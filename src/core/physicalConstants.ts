/** Constants of nature, CODATA 2018, exact. */

/** J/(mol K). */
export const GAS_CONSTANT = 8.31446261815324;

/** C/mol of elementary charges. */
export const FARADAY = 96_485.33212;
