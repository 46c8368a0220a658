/** Version of the computations; stored with every receipt and result, so that old ones can be told from new. */
export const CORE_VERSION = '0.1.0';
