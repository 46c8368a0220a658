/** The symmetry operations of a CIF: as it lists them, or by the name of its space group. */
import { cell, isUnknown, itemOf, loopWith, type CifBlock } from '#core/xrd/cif/cifBlocks.ts';
import type { CifToken } from '#core/xrd/cif/cifTokens.ts';
import type { UnitCell } from '#core/xrd/crystalPhase.ts';
import { hallOperations } from '#core/xrd/hallSymbol.ts';
import { PhaseRefusal } from '#core/xrd/phaseOutcome.ts';
import { spaceGroupHall } from '#core/xrd/spaceGroupHall.ts';
import {
  closedGroup,
  formatOperation,
  parseOperation,
  type SymmetryOperation,
} from '#core/xrd/symmetryOperations.ts';
import { cellGeometry, inverseSquareSpacing } from '#core/xrd/unitCellGeometry.ts';

const OPERATIONS = ['_space_group_symop_operation_xyz', '_symmetry_equiv_pos_as_xyz'];
const HALL = ['_space_group_name_hall', '_symmetry_space_group_name_hall'];
const HERMANN_MAUGUIN = [
  '_space_group_name_h-m_alt',
  '_symmetry_space_group_name_h-m',
  '_space_group_name_h-m_full',
  '_space_group_name_h-m_ref',
];
const LIST_THEM = 'Export the CIF with its list of symmetry operations (_space_group_symop_operation_xyz).';

export interface CifSymmetry {
  /** As the file names it; empty where it lists the operations only. */
  readonly spaceGroup: string;
  readonly operations: readonly SymmetryOperation[];
}

/** Throws a PhaseRefusal for operations that form no group, do not fit the cell, or a name that is not known. */
export function cifSymmetry(block: CifBlock, unitCell: UnitCell): CifSymmetry {
  const named = itemOf(block, ...HERMANN_MAUGUIN);
  const spaceGroup = (named ?? itemOf(block, ...HALL))?.text ?? '';
  const { operations, line } = listed(block) ?? byHall(block) ?? byName(block, named, unitCell);
  checkFit(operations, unitCell, line);
  return { spaceGroup, operations };
}

interface Found {
  readonly operations: readonly SymmetryOperation[];
  readonly line: number;
}

function listed(block: CifBlock): Found | undefined {
  const tag = OPERATIONS.find((each) => loopWith(block, each));
  const loop = tag === undefined ? undefined : loopWith(block, tag);
  if (tag === undefined || !loop) return undefined;
  const tokens = loop.rows
    .flatMap((_, row) => cell(loop, row, tag) ?? [])
    .filter((token) => !isUnknown(token));
  const [first] = tokens;
  if (!first) return undefined;
  const operations = tokens.map(operationAt);
  const different = new Set(operations.map(formatOperation));
  const group = closedGroup(operations);
  if (group?.length !== different.size) {
    const found = group ? `${group.length} follow from them` : 'they are no space group';
    throw new PhaseRefusal(`the ${different.size} symmetry operations are not complete: ${found}`, {
      line: first.line,
      advice: 'Compare the list with the original; a line may have been lost or mistyped.',
    });
  }
  return { operations: group, line: first.line };
}

function operationAt({ text, line }: CifToken): SymmetryOperation {
  const operation = parseOperation(text);
  if (operation) return operation;
  const advice = 'Write it with x, y, z and fractions, such as -x, y+1/2, -z.';
  throw new PhaseRefusal(`"${text}" is no symmetry operation`, { line, advice });
}

function byHall(block: CifBlock): Found | undefined {
  const token = itemOf(block, ...HALL);
  const operations = token && hallOperations(token.text);
  return operations && { operations, line: token.line };
}

function byName(block: CifBlock, named: CifToken | undefined, { gamma_deg }: UnitCell): Found {
  if (!named) {
    throw new PhaseRefusal('the block has neither symmetry operations nor the name of a space group', {
      line: block.line,
      advice: LIST_THEM,
    });
  }
  const { text, line } = named;
  const setting = spaceGroupHall(text, gamma_deg === 120);
  const operations = setting.ok ? hallOperations(setting.hall) : undefined;
  if (operations) return { operations, line };
  if (!setting.ok && setting.reason === 'origin') {
    const advice = `Write the origin behind the name, "${text}:1" or "${text}:2". ${LIST_THEM}`;
    throw new PhaseRefusal(`${text} can be described from two origins, and the file does not say which`, {
      line,
      advice,
    });
  }
  throw new PhaseRefusal(`the space group "${text}" is not known`, { line, advice: LIST_THEM });
}

/** Symmetry keeps lengths: a spacing that an operation changes belongs to another cell or setting. */
function checkFit(operations: readonly SymmetryOperation[], unitCell: UnitCell, line: number): void {
  const geometry = cellGeometry(unitCell);
  const indices = [1, 2, 3] as const;
  const own = inverseSquareSpacing(geometry, ...indices);
  const fits = operations.every(({ rotation: r }) => {
    const image = (i: number) => (r[i] ?? 0) + 2 * (r[i + 3] ?? 0) + 3 * (r[i + 6] ?? 0);
    return Math.abs(inverseSquareSpacing(geometry, image(0), image(1), image(2)) / own - 1) < CELL_TOLERANCE;
  });
  if (fits) return;
  throw new PhaseRefusal('the symmetry does not fit the lengths and angles of the cell', {
    line,
    advice:
      'Check the cell and the setting of the space group (hexagonal or rhombohedral axes, unique axis).',
  });
}

/** Cells are given to three or more digits. */
const CELL_TOLERANCE = 0.01;
