/**
 * What the column titles of Neware exports mean: BTSDA 8 (English and Chinese) and the older BTS 5 to 7. Titles are
 * compared by letters and digits only, because brackets, dots and blanks vary and non-ASCII characters get lost.
 */
import type { TitleRule } from '#core/import/titleRules.ts';

const duration = { kind: 'duration' } as const;
const text = { kind: 'text' } as const;

/** Columns that mean the same in the flat table and in the record rows of the layered one. */
const COMMON: readonly TitleRule[] = [
  {
    titles: [
      'datapoint',
      'recordid',
      'recordindex',
      'recordnumber',
      '数据序号',
      '记录序号',
      '数据点',
      '记录号',
    ],
    name: 'record',
  },
  {
    titles: ['cycleindex', 'cycleid', 'cycle', 'cycleno', '循环号', '循环', '循环序号', '圈数'],
    name: 'cycle',
  },
  { titles: ['stepindex', 'stepid', 'step', 'steps', '工步号', '步次', '工步序号', '工步'], name: 'step' },
  { titles: ['stepnumber', 'stepno'], name: 'stepCount' },
  {
    titles: ['steptype', 'stepname', 'state', 'status', '工步类型', '状态', '工步名称'],
    name: 'stepType',
    ...text,
  },
  {
    titles: ['totaltime', 'cumulativetime', 'testtime', '总时间', '测试时间', '累计时间'],
    name: 'time_s',
    ...duration,
  },
  {
    titles: ['time', 'steptime', 'relativetime', '时间', '相对时间', '工步时间', '步骤时间'],
    name: 'stepTime_s',
    ...duration,
  },
  { titles: ['current', 'cur', '电流'], name: 'current_A' },
  { titles: ['voltage', 'volt', '电压'], name: 'voltage_V' },
  { titles: ['capacity', '容量'], name: 'capacity_Ah' },
  { titles: ['chgcap', 'chargecapacity', 'capacitancechg', '充电容量'], name: 'chargeCapacity_Ah' },
  { titles: ['dchgcap', 'dischargecapacity', 'capacitancedchg', '放电容量'], name: 'dischargeCapacity_Ah' },
  { titles: ['energy', '能量'], name: 'energy_Wh' },
  { titles: ['chgenergy', 'chargeenergy', 'engychg', '充电能量'], name: 'chargeEnergy_Wh' },
  { titles: ['dchgenergy', 'dischargeenergy', 'engydchg', '放电能量'], name: 'dischargeEnergy_Wh' },
  { titles: ['power', '功率'], name: 'power_W' },
  {
    titles: ['date', 'realtime', 'absolutetime', '绝对时间', '系统时间', '日期'],
    name: 'clock_s',
    kind: 'date',
    dateOrder: 'ymd',
  },
  { titles: ['dcir', 'dcresistance', '直流内阻'], name: 'internalResistance_ohm' },
];

/** Recognised, but nothing the core has a name for: kept under the vendor's title. */
const KEPT: readonly TitleRule[] = [
  {
    titles: [
      ...['speccap', 'chgspeccap', 'dchgspeccap', 'specenergy', 'chgspecenergy', 'dchgspecenergy'],
      ...[
        'capacitydensity',
        'cmpeng',
        '比容量',
        '充电比容量',
        '放电比容量',
        '比能量',
        '充电比能量',
        '放电比能量',
      ],
      ...['dqdv', 'dqmdv', 'contactresistance', 'socdod', 'lgd', 'accumulatedcapacity', 'accumulatedenergy'],
      ...[
        'stepstartandendidentification',
        'mint',
        'maxt',
        'avgt',
        'auxvmax',
        'auxvmin',
        'auxavevolt',
        'auxv',
      ],
      ...['auxtmax', 'auxtmin', 'auxavet', 'auxt', 'cpu', '接触电阻', '累计容量', '累计能量', '库伦效率'],
    ],
    name: null,
  },
  { titles: ['modulestartstopswitch', 'jump', 'jumpto'], name: null, ...text },
];

/** Sensors: `T1(℃)`, `t1(℃)`, `temp1_1`, `V1(V)`, `H2(%)`. The number varies, so the titles are generated. */
const SENSORS: readonly TitleRule[] = [
  { titles: ['temperature', '温度'], name: 'temperature_degC', defaultUnit: '°C' },
  ...([1, 2, 3, 4, 5] as const).map((n): TitleRule => {
    return {
      titles: [`t${n}`, `temp1${n}`, `辅助温度${n}`],
      name: `temperatureT${n}_degC`,
      defaultUnit: '°C',
    };
  }),
  {
    titles: Array.from({ length: 32 }, (_, n) => [`t${n}`, `temp1${n}`, `v${n}`, `h${n}`, `cpu${n}`]).flat(),
    name: null,
  },
];

export const NEWARE_TITLES: readonly TitleRule[] = [...COMMON, ...KEPT, ...SENSORS];
