/**
 * The scanner of plain rows, in AssemblyScript: TypeScript's syntax with machine types, compiled to WebAssembly by
 * `npm run build:wasm` (../plainRowsModule.ts holds the result, ../plainRowScanner.ts runs it). It takes what
 * ../scanRows.ts takes by its short ways and leaves every other row to it: each function returns the offset after what
 * it read, or 0 for "not plain". Digits are read eight at a time. The host keeps 64 zero bytes after the rows.
 */

const LF = 10;
const CR = 13;
const BLANK = 32;
const QUOTE = 34;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const COLON = 58;
/** 2^53: whole numbers up to it are exact in a double. */
const EXACT_LIMIT: i64 = 0x20000000000000;
const NOT_PLAIN: usize = 0;

/** One column as the host writes it down: these fields in this order, 64 bytes in all. */
@unmanaged
class Column {
  factor: f64;
  /** The bytes of the date met last (eight, then two), and its days since 1970. */
  dateBytes: u64;
  dateTail: i32;
  days: i32;
  /** 0 number, 1 duration, 2 date, 3 text, 4 skip. */
  kind: i32;
  decimalShift: i32;
  /** Where the block of values lies. */
  values: usize;
  /** Known texts, 64 bytes each: the length in one byte (255: none that could be met), then the text. */
  texts: usize;
  textCount: i32;
  /** Index of the text met last. */
  lastText: i32;
  /** 0 year first, 1 month first, 2 day first. */
  dateOrder: i32;
}

const COLUMN_BYTES: usize = 64;
const TEXT_BYTES: usize = 64;

let columnsAt: usize = 0;
let columnsEnd: usize = 0;
let delimiter: i32 = 0;
let decimalMark: i32 = 0;
/** Where the last call of scanRows stopped. */
let position: usize = 0;

export function configure(at: usize, columns: i32, separator: i32, mark: i32): void {
  columnsAt = at;
  columnsEnd = at + usize(columns) * COLUMN_BYTES;
  delimiter = separator;
  decimalMark = mark;
  writeMoves();
}

/** Scans lines from `start` until `end`, a row that is not plain, or `mostRows`; returns how many rows it filled. */
export function scanRows(start: usize, end: usize, mostRows: i32): i32 {
  let p = start;
  let row = 0;
  while (p < end && row < mostRows) {
    const next = scanRow(p, usize(row) << 3);
    if (next == NOT_PLAIN) break;
    p = next;
    row++;
  }
  position = p;
  return row;
}

export function stoppedAt(): usize {
  return position;
}

/** `row` is the row's offset in every block of values, in bytes. */
function scanRow(start: usize, row: usize): usize {
  const separator = delimiter;
  // A row of blank cells is no record. Rows whose first cell alone is blank are, and a table may have many.
  if (nextLine(start, separator) != NOT_PLAIN) return NOT_PLAIN;
  let p = start;
  let at = columnsAt;
  while (true) {
    p = scanCell(p, changetype<Column>(at), row);
    if (p == NOT_PLAIN) return NOT_PLAIN;
    at += COLUMN_BYTES;
    if (at == columnsEnd) break;
    if (i32(load<u8>(p)) != separator) return NOT_PLAIN;
    p++;
  }
  return nextLine(p, separator);
}

/** Offset after the line end that nothing but separators keeps from `end`; NOT_PLAIN if more follows. */
// @ts-ignore: decorator
@inline
function nextLine(end: usize, separator: i32): usize {
  let p = end;
  while (i32(load<u8>(p)) == separator) p++;
  while (load<u8>(p) == CR) p++;
  return load<u8>(p) == LF ? p + 1 : NOT_PLAIN;
}

// @ts-ignore: decorator
@inline
function scanCell(p: usize, column: Column, row: usize): usize {
  if (column.kind == 0) return scanNumber(p, column, row);
  if (column.kind == 1) return scanDuration(p, column, row);
  if (column.kind == 2) return scanDate(p, column, row);
  if (column.kind == 3) return scanText(p, column, row);
  return textEnd(p);
}

/** `-12.345E-6` or a blank cell. Sixteen bytes at once tell where the digits end, whatever their number. */
// @ts-ignore: decorator
@inline
function scanNumber(start: usize, column: Column, row: usize): usize {
  const negative = usize(load<u8>(start) == MINUS);
  const wholeAt = start + negative;
  const bytes = sixteenAt(wholeAt);
  const others = othersOf(bytes);
  const first = usize(ctz(others));
  const marked = usize(i32(load<u8>(wholeAt + first)) == decimalMark);
  const end = marked ? usize(ctz(others & (others - 1))) : first;
  if (end >= 16) return scanLongNumber(wholeAt, first, negative, column, row);
  if (end == marked) return scanBlank(start, column, row);
  const mantissa = i64(valueOfSixteen(bytes, end, first));
  const p = wholeAt + end;
  const exponent = column.decimalShift + i32(first + marked) - i32(end);
  if ((load<u8>(p) | 32) == 101) return storePower(p, negative, mantissa, exponent, column, row);
  // Fifteen digits are exact.
  const size = u32(exponent + 22) <= 22 ? f64(mantissa) / power(-exponent) : decimal(mantissa, exponent);
  return storeNumber(p, negative, size, column, row);
}

/** The same for up to eighteen digits, which are below 2^63: whole part and decimals apart. */
function scanLongNumber(wholeAt: usize, first: usize, negative: usize, column: Column, row: usize): usize {
  const decimalsAt = wholeAt + first + 1;
  if (first == 16 || i32(load<u8>(decimalsAt - 1)) != decimalMark) return NOT_PLAIN;
  const bytes = sixteenAt(decimalsAt);
  let decimals = usize(ctz(othersOf(bytes)));
  const whole =
    first == 1 ? u64(load<u8>(wholeAt)) - ZERO : valueOfSixteen(sixteenAt(wholeAt), first, first);
  let mantissa = whole * wholePower(decimals) + valueOfSixteen(bytes, decimals, decimals);
  if (decimals == 16) {
    const word = digitsAt(decimalsAt + 16);
    const count = digitCount(word);
    mantissa = mantissa * wholePower(count) + valueOf(word, count);
    decimals += count;
  }
  if (first + decimals > 18) return NOT_PLAIN;
  const p = decimalsAt + decimals;
  const exponent = column.decimalShift - i32(decimals);
  if ((load<u8>(p) | 32) == 101) return storePower(p, negative, i64(mantissa), exponent, column, row);
  return storeNumber(p, negative, decimal(i64(mantissa), exponent), column, row);
}

/** Stores the number whose power of ten, of one to three digits, begins at `p` with an E; returns the offset after it. */
// @ts-ignore: decorator
@inline
function storePower(p: usize, negative: usize, mantissa: i64, shift: i32, column: Column, row: usize): usize {
  const sign = load<u8>(p + 1);
  const digitsFrom = p + 1 + (usize(sign == MINUS) | usize(sign == 43));
  const word = load<u32>(digitsFrom) ^ 0x30303030;
  const count = u32(ctz((word | (word + 0x76767676)) & 0x80808080)) >> 3;
  if (count - 1 >= 3) return NOT_PLAIN;
  // As in valueOf, of four digits.
  const pairs = ((word << (32 - (count << 3))) * 2561) >> 8;
  const power = i32(((pairs & 0x00ff00ff) * 6553601) >> 16);
  const size = decimal(mantissa, sign == MINUS ? shift - power : shift + power);
  return storeNumber(digitsFrom + count, negative, size, column, row);
}

// @ts-ignore: decorator
@inline
function storeNumber(p: usize, negative: usize, size: f64, column: Column, row: usize): usize {
  const value = size * column.factor;
  // Not a number: cannot be told here. Infinite: a number that no double holds, which the host counts.
  if (!(abs(value) < Infinity)) return NOT_PLAIN;
  // The sign is one bit; a branch would be guessed wrong wherever noise changes it.
  store<u64>(column.values + row, reinterpret<u64>(value) ^ (u64(negative) << 63));
  return p;
}

function scanBlank(p: usize, column: Column, row: usize): usize {
  const byte = load<u8>(p);
  if (i32(byte) != delimiter && byte != LF && byte != CR) return NOT_PLAIN;
  store<f64>(column.values + row, NaN);
  return p;
}

/** `h:mm:ss`, `h:mm:ss.mmm` with any number of hours, or plain seconds. */
function scanDuration(start: usize, column: Column, row: usize): usize {
  const word = digitsAt(start);
  const count = digitCount(word);
  let p = start + count;
  if (load<u8>(p) != COLON) return column.decimalShift == 0 ? scanNumber(start, column, row) : NOT_PLAIN;
  if (count - 1 >= 6 || load<u8>(p + 3) != COLON) return NOT_PLAIN;
  const minutes = twoDigits(p + 1);
  const seconds = twoDigits(p + 4);
  if (minutes >= 60 || seconds >= 60) return NOT_PLAIN;
  const whole = i64(valueOf(word, count)) * 3600 + i64(minutes * 60 + seconds);
  p += 6;
  const end = secondsEnd(p);
  if (end == NOT_PLAIN) return NOT_PLAIN;
  const value = withDecimals(whole, p, end) * column.factor;
  if (!(abs(value) < Infinity)) return NOT_PLAIN;
  store<f64>(column.values + row, value);
  return end;
}

/** `2024-09-20 08:32:34.558`, or the same with the month or the day first; years from 1970 on. */
function scanDate(start: usize, column: Column, row: usize): usize {
  let p = start + usize(load<u8>(start) == 9 && delimiter != 9);
  const dateBytes = load<u64>(p);
  const dateTail = i32(load<u16>(p + 8));
  if (dateBytes != column.dateBytes || dateTail != column.dateTail) {
    const days = daysAt(p, column.dateOrder);
    if (days < 0) return NOT_PLAIN;
    column.days = days;
    column.dateBytes = dateBytes;
    column.dateTail = dateTail;
  }
  const gap = load<u8>(p + 10);
  if ((gap != BLANK && gap != 84) || load<u8>(p + 13) != COLON || load<u8>(p + 16) != COLON) return NOT_PLAIN;
  const hours = twoDigits(p + 11);
  const minutes = twoDigits(p + 14);
  const seconds = twoDigits(p + 17);
  if (hours >= 24 || minutes >= 60 || seconds >= 60) return NOT_PLAIN;
  const whole = i64(column.days) * 86_400 + i64(hours * 3600 + minutes * 60 + seconds);
  p += 19;
  const end = secondsEnd(p);
  if (end == NOT_PLAIN) return NOT_PLAIN;
  const value = withDecimals(whole, p, end);
  if (isNaN(value)) return NOT_PLAIN;
  store<f64>(column.values + row, value);
  return end;
}

/** Offset after the decimals of seconds that end at `p`; not plain when these are more than six. */
function secondsEnd(p: usize): usize {
  if (load<u8>(p) != POINT) return p;
  const count = digitCount(digitsAt(p + 1));
  return count > 6 ? NOT_PLAIN : p + 1 + count;
}

/** Whole seconds and the decimals in [p, end), mark included, as the nearest double; NaN when it cannot be told. */
function withDecimals(whole: i64, p: usize, end: usize): f64 {
  if (end <= p + 1) return f64(whole);
  const count = end - p - 1;
  const mantissa = whole * i64(wholePower(count)) + i64(valueOf(digitsAt(p + 1), count));
  return mantissa <= EXACT_LIMIT ? f64(mantissa) / power(i32(count)) : NaN;
}

/** Days since 1970 of the ten bytes of a date, negative when they are none or lie before. */
function daysAt(p: usize, order: i32): i32 {
  const yearAt: usize = order == 0 ? 0 : 6;
  const monthAt: usize = order == 0 ? 5 : order == 1 ? 0 : 3;
  const dayAt: usize = order == 0 ? 8 : order == 1 ? 3 : 0;
  const firstMark: usize = order == 0 ? 4 : 2;
  const secondMark: usize = order == 0 ? 7 : 5;
  if (!isDateMark(p + firstMark) || !isDateMark(p + secondMark)) return -1;
  const century = twoDigits(p + yearAt);
  const yearOfCentury = twoDigits(p + yearAt + 2);
  const month = twoDigits(p + monthAt);
  const day = twoDigits(p + dayAt);
  if (century > 99 || yearOfCentury > 99 || month - 1 >= 12) return -1;
  const year = i32(century * 100 + yearOfCentury);
  if (year < 1970 || day - 1 >= monthDays(month)) return -1;
  return daysSince1970(year, i32(month), i32(day));
}

function isDateMark(p: usize): bool {
  const byte = load<u8>(p);
  return byte == MINUS || byte == 47 || byte == POINT;
}

/** Longest that the month is in any year. */
function monthDays(month: u32): u32 {
  return month == 2 ? 29 : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/** The year begins in March here, so that the leap day is its last. */
function daysSince1970(year: i32, month: i32, day: i32): i32 {
  const y = month <= 2 ? year - 1 : year;
  const m = month <= 2 ? month + 9 : month - 3;
  const era = y / 400;
  const yearOfEra = y - era * 400;
  const dayOfYear = (153 * m + 2) / 5 + day - 1;
  return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
}

/** A text that the host has listed, written as its index. */
function scanText(start: usize, column: Column, row: usize): usize {
  const end = textEnd(start);
  if (end == NOT_PLAIN || end - start >= TEXT_BYTES) return NOT_PLAIN;
  let index = column.lastText;
  if (index < 0 || !holds(column.texts + usize(index) * TEXT_BYTES, start, end)) {
    index = column.textCount - 1;
    while (index >= 0 && !holds(column.texts + usize(index) * TEXT_BYTES, start, end)) index--;
    if (index < 0) return NOT_PLAIN;
    column.lastText = index;
  }
  store<f64>(column.values + row, f64(index));
  return end;
}

/** Offset after an unquoted cell without blanks at its ends and without control bytes. */
function textEnd(start: usize): usize {
  let p = start;
  let byte = i32(load<u8>(p));
  while (byte != delimiter && byte >= BLANK && byte != QUOTE) byte = i32(load<u8>(++p));
  if (byte != delimiter && byte != LF && byte != CR) return NOT_PLAIN;
  return p > start && (load<u8>(start) == BLANK || load<u8>(p - 1) == BLANK) ? NOT_PLAIN : p;
}

function holds(entry: usize, start: usize, end: usize): bool {
  const length = end - start;
  if (usize(load<u8>(entry)) != length) return false;
  for (let i: usize = 0; i < length; i++) {
    if (load<u8>(entry + 1 + i) != load<u8>(start + i)) return false;
  }
  return true;
}

/** Sixteen bytes at `p` with the digits as 0 … 9. */
// @ts-ignore: decorator
@inline
function sixteenAt(p: usize): v128 {
  return v128.xor(v128.load(p), v128.load(CONSTANTS));
}

/** One bit for each byte that is no digit, which 0x76 lifts above 0x7F, and a seventeenth, so that there is one. */
// @ts-ignore: decorator
@inline
function othersOf(bytes: v128): u32 {
  return u32(i8x16.bitmask(i8x16.add_sat_u(bytes, v128.load(CONSTANTS, 16)))) | 0x10000;
}

/**
 * Value of the digits among the first `end` of sixteen bytes, but for the one at `mark`, if that lies before. They are
 * moved to the right; then pairs, fours and eights are added up side by side.
 */
// @ts-ignore: decorator
@inline
function valueOfSixteen(bytes: v128, end: usize, mark: usize): u64 {
  const digits = i8x16.swizzle(bytes, v128.load(MOVES + (((end << 4) + mark) << 4)));
  const tens = i16x8.mul(v128.and(digits, v128.load(CONSTANTS, 32)), v128.load(CONSTANTS, 48));
  const pairs = i16x8.add(tens, i16x8.shr_u(digits, 8));
  const fours = i32x4.dot_i16x8_s(pairs, v128.load(CONSTANTS, 64));
  const eights = i32x4.dot_i16x8_s(i16x8.narrow_i32x4_s(fours, fours), v128.load(CONSTANTS, 80));
  const both = u64(i64x2.extract_lane(eights, 0));
  return u64(u32(both)) * 100000000 + (both >> 32);
}

/** Vectors in memory: written out in the code, each would take three instructions of every cell. */
const CONSTANTS = memory.data<u64>([
  0x3030303030303030, 0x3030303030303030, 0x7676767676767676, 0x7676767676767676, 0x00ff00ff00ff00ff,
  0x00ff00ff00ff00ff, 0x000a000a000a000a, 0x000a000a000a000a, 0x0001006400010064, 0x0001006400010064,
  0x0001271000012710, 0x0001271000012710,
]);

/** For each end and mark of valueOfSixteen: which byte each lane takes; 255 takes none, which is zero. */
const MOVES = memory.data(273 * 16, 16);

function writeMoves(): void {
  for (let end = 0; end <= 16; end++) {
    for (let mark = 0; mark <= end; mark++) {
      for (let lane = 0; lane < 16; lane++) {
        const at = lane + end - 16;
        const from = at <= mark && mark < end ? at - 1 : at;
        store<u8>(MOVES + (((end << 4) + mark) << 4) + lane, from < 0 ? 255 : from);
      }
    }
  }
}

/** Eight bytes at `p` with the digits as 0 … 9. */
// @ts-ignore: decorator
@inline
function digitsAt(p: usize): u64 {
  return load<u64>(p) ^ 0x3030303030303030;
}

/** How many digits the word begins with: the first byte that 0x76 lifts above 0x7F, or that was there, is none. */
// @ts-ignore: decorator
@inline
function digitCount(word: u64): usize {
  return usize(ctz((word | (word + 0x7676767676767676)) & 0x8080808080808080) >> 3);
}

/** Value of the first `count` digits of the word: pairs, then fours, then all eight are added up side by side. */
// @ts-ignore: decorator
@inline
function valueOf(word: u64, count: usize): u64 {
  // Shifted in two steps, because a shift by 64 is none.
  let digits = (word << ((64 - (u64(count) << 3)) >> 1)) << ((65 - (u64(count) << 3)) >> 1);
  digits = (digits * 2561) >> 8;
  digits = ((digits & 0x00ff00ff00ff00ff) * 6553601) >> 16;
  return ((digits & 0x0000ffff0000ffff) * 42949672960001) >> 32;
}

/** Value of two digits, or 100 and more when a byte is no digit. */
// @ts-ignore: decorator
@inline
function twoDigits(p: usize): u32 {
  const tens = u32(load<u8>(p)) - ZERO;
  const ones = u32(load<u8>(p + 1)) - ZERO;
  return tens < 10 && ones < 10 ? tens * 10 + ones : 100;
}

const WHOLE_POWERS = memory.data<u64>([
  1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000, 100000000000, 1000000000000,
  10000000000000, 100000000000000, 1000000000000000, 10000000000000000,
]);
const POWERS = memory.data<f64>([
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
  1e21, 1e22,
]);

// @ts-ignore: decorator
@inline
function wholePower(exponent: usize): u64 {
  return load<u64>(WHOLE_POWERS + (exponent << 3));
}

/** 10^exponent for 0 … 22, all exact. */
// @ts-ignore: decorator
@inline
function power(exponent: i32): f64 {
  return load<f64>(POWERS + (usize(exponent) << 3));
}

/** mantissa × 10^exponent as the nearest double, NaN when it cannot be told; see exactDecimal and nearestQuotient. */
// @ts-ignore: decorator
@inline
function decimal(mantissa: i64, exponent: i32): f64 {
  if (mantissa <= EXACT_LIMIT) {
    if (u32(exponent + 22) <= 22) return f64(mantissa) / power(-exponent);
    if (u32(exponent) <= 22) return f64(mantissa) * power(exponent);
  }
  return exponent <= 0 && exponent >= -44 ? nearestQuotient(mantissa, -exponent) : NaN;
}

/** As nearestDecimal.ts has it: the quotient as a sum of two doubles, accepted if all within the doubt rounds alike. */
function nearestQuotient(mantissa: i64, decimals: i32): f64 {
  const sum = f64(mantissa);
  const rest = f64(mantissa - i64(sum));
  const divisor = power(min(decimals, 22));
  const quotient = sum / divisor;
  const correction = (remainder(sum, quotient, divisor) + rest) / divisor;
  if (decimals <= 22) return settled(quotient, correction);
  const second = quotient / power(decimals - 22);
  return settled(second, (remainder(quotient, second, power(decimals - 22)) + correction) / power(decimals - 22));
}

/** dividend - quotient × divisor, exactly (Dekker 1971). */
function remainder(dividend: f64, quotient: f64, divisor: f64): f64 {
  const product = quotient * divisor;
  const quotientTop = quotient * 134217729 - (quotient * 134217729 - quotient);
  const divisorTop = divisor * 134217729 - (divisor * 134217729 - divisor);
  const quotientTail = quotient - quotientTop;
  const divisorTail = divisor - divisorTop;
  const error =
    quotientTail * divisorTail -
    (product - quotientTop * divisorTop - quotientTail * divisorTop - quotientTop * divisorTail);
  return dividend - product - error;
}

function settled(value: f64, correction: f64): f64 {
  const doubt = value * 1.262177448353619e-29;
  const nearest = value + (correction - doubt);
  return nearest == value + (correction + doubt) ? nearest : NaN;
}
