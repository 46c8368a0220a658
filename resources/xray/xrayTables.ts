/** Form factors, anomalous terms and attenuation of the elements, as makeElements.py writes them. */
import type { XrayTables } from '#core/xrd/xrayTables.ts';
import elements from './elements.json';

export const XRAY_TABLES: XrayTables = elements;
