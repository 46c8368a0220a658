/**
 * The space groups by their Hermann–Mauguin symbols: the 230 and their other settings, as International Tables A lists
 * them, each with the Hall symbol of its operations (International Tables B, table A1.4.2.7). Groups that a symbol
 * describes from two origins carry the choice, rhombohedral ones their axes. The list is checked against spglib's.
 */
const SETTINGS = `
P1=P 1;P-1=-P 1;P121=P 2y;P2=P 2y;P112=P 2;P211=P 2x;P1211=P 2yb;P21=P 2yb;P1121=P 2c;P2111=P 2xa;C121=C 2y;
C2=C 2y;A121=A 2y;A2=A 2y;I121=I 2y;I2=I 2y;A112=A 2;B2=B 2;I112=I 2;B211=B 2x;C211=C 2x;I211=I 2x;P1m1=P -2y;
Pm=P -2y;P11m=P -2;Pm11=P -2x;P1c1=P -2yc;Pc=P -2yc;P1n1=P -2yac;Pn=P -2yac;P1a1=P -2ya;Pa=P -2ya;P11a=P -2a;
P11n=P -2ab;Pb=P -2b;Pb11=P -2xb;Pn11=P -2xbc;Pc11=P -2xc;C1m1=C -2y;Cm=C -2y;A1m1=A -2y;Am=A -2y;I1m1=I -2y;
Im=I -2y;A11m=A -2;Bm=B -2;I11m=I -2;Bm11=B -2x;Cm11=C -2x;Im11=I -2x;C1c1=C -2yc;Cc=C -2yc;A1n1=A -2yac;
An=A -2yac;I1a1=I -2ya;Ia=I -2ya;A1a1=A -2ya;C1n1=C -2ybc;I1c1=I -2yc;A11a=A -2a;B11n=B -2bc;I11b=I -2b;
Bb=B -2b;A11n=A -2ac;I11a=I -2a;Bb11=B -2xb;Cn11=C -2xbc;Ic11=I -2xc;Cc11=C -2xc;Bn11=B -2xbc;Ib11=I -2xb;
P12/m1=-P 2y;P2/m=-P 2y;P112/m=-P 2;P2/m11=-P 2x;P121/m1=-P 2yb;P21/m=-P 2yb;P1121/m=-P 2c;P21/m11=-P 2xa;
C12/m1=-C 2y;C2/m=-C 2y;A12/m1=-A 2y;A2/m=-A 2y;I12/m1=-I 2y;I2/m=-I 2y;A112/m=-A 2;B2/m=-B 2;I112/m=-I 2;
B2/m11=-B 2x;C2/m11=-C 2x;I2/m11=-I 2x;P12/c1=-P 2yc;P2/c=-P 2yc;P12/n1=-P 2yac;P2/n=-P 2yac;P12/a1=-P 2ya;
P2/a=-P 2ya;P112/a=-P 2a;P112/n=-P 2ab;P2/b=-P 2b;P2/b11=-P 2xb;P2/n11=-P 2xbc;P2/c11=-P 2xc;P121/c1=-P 2ybc;
P21/c=-P 2ybc;P121/n1=-P 2yn;P21/n=-P 2yn;P121/a1=-P 2yab;P21/a=-P 2yab;P1121/a=-P 2ac;P1121/n=-P 2n;
P21/b=-P 2bc;P21/b11=-P 2xab;P21/n11=-P 2xn;P21/c11=-P 2xac;C12/c1=-C 2yc;C2/c=-C 2yc;A12/n1=-A 2yac;
A2/n=-A 2yac;I12/a1=-I 2ya;I2/a=-I 2ya;A12/a1=-A 2ya;C12/n1=-C 2ybc;I12/c1=-I 2yc;A112/a=-A 2a;B112/n=-B 2bc;
I112/b=-I 2b;B2/b=-B 2b;A112/n=-A 2ac;I112/a=-I 2a;B2/b11=-B 2xb;C2/n11=-C 2xbc;I2/c11=-I 2xc;C2/c11=-C 2xc;
B2/n11=-B 2xbc;I2/b11=-I 2xb;P222=P 2 2;P2221=P 2c 2;P2122=P 2a 2a;P2212=P 2 2b;P21212=P 2 2ab;P22121=P 2bc 2;
P21221=P 2ac 2ac;P212121=P 2ac 2ab;C2221=C 2c 2;A2122=A 2a 2a;B2212=B 2 2b;C222=C 2 2;A222=A 2 2;B222=B 2 2;
F222=F 2 2;I222=I 2 2;I212121=I 2b 2c;Pmm2=P 2 -2;P2mm=P -2 2;Pm2m=P -2 -2;Pmc21=P 2c -2;Pcm21=P 2c -2c;
P21ma=P -2a 2a;P21am=P -2 2a;Pb21m=P -2 -2b;Pm21b=P -2b -2;Pcc2=P 2 -2c;P2aa=P -2a 2;Pb2b=P -2b -2b;
Pma2=P 2 -2a;Pbm2=P 2 -2b;P2mb=P -2b 2;P2cm=P -2c 2;Pc2m=P -2c -2c;Pm2a=P -2a -2a;Pca21=P 2c -2ac;
Pbc21=P 2c -2b;P21ab=P -2b 2a;P21ca=P -2ac 2a;Pc21b=P -2bc -2c;Pb21a=P -2a -2ab;Pnc2=P 2 -2bc;Pcn2=P 2 -2ac;
P2na=P -2ac 2;P2an=P -2ab 2;Pb2n=P -2ab -2ab;Pn2b=P -2bc -2bc;Pmn21=P 2ac -2;Pnm21=P 2bc -2bc;P21mn=P -2ab 2ab;
P21nm=P -2 2ac;Pn21m=P -2 -2bc;Pm21n=P -2ab -2;Pba2=P 2 -2ab;P2cb=P -2bc 2;Pc2a=P -2ac -2ac;Pna21=P 2c -2n;
Pbn21=P 2c -2ab;P21nb=P -2bc 2a;P21cn=P -2n 2a;Pc21n=P -2n -2ac;Pn21a=P -2ac -2n;Pnn2=P 2 -2n;P2nn=P -2n 2;
Pn2n=P -2n -2n;Cmm2=C 2 -2;A2mm=A -2 2;Bm2m=B -2 -2;Cmc21=C 2c -2;Ccm21=C 2c -2c;A21ma=A -2a 2a;A21am=A -2 2a;
Bb21m=B -2 -2b;Bm21b=B -2b -2;Ccc2=C 2 -2c;A2aa=A -2a 2;Bb2b=B -2b -2b;Amm2=A 2 -2;Bmm2=B 2 -2;B2mm=B -2 2;
C2mm=C -2 2;Cm2m=C -2 -2;Am2m=A -2 -2;Aem2=A 2 -2c;Abm2=A 2 -2c;Bme2=B 2 -2c;Bma2=B 2 -2c;B2em=B -2c 2;
B2cm=B -2c 2;C2me=C -2b 2;C2mb=C -2b 2;Cm2e=C -2b -2b;Cm2a=C -2b -2b;Ae2m=A -2c -2c;Ac2m=A -2c -2c;Ama2=A 2 -2a;
Bbm2=B 2 -2b;B2mb=B -2b 2;C2cm=C -2c 2;Cc2m=C -2c -2c;Am2a=A -2a -2a;Aea2=A 2 -2ac;Aba2=A 2 -2ac;Bbe2=B 2 -2bc;
Bba2=B 2 -2bc;B2eb=B -2bc 2;B2cb=B -2bc 2;C2ce=C -2bc 2;C2cb=C -2bc 2;Cc2e=C -2bc -2bc;Cc2a=C -2bc -2bc;
Ae2a=A -2ac -2ac;Ac2a=A -2ac -2ac;Fmm2=F 2 -2;F2mm=F -2 2;Fm2m=F -2 -2;Fdd2=F 2 -2d;F2dd=F -2d 2;Fd2d=F -2d -2d;
Imm2=I 2 -2;I2mm=I -2 2;Im2m=I -2 -2;Iba2=I 2 -2c;I2cb=I -2a 2;Ic2a=I -2b -2b;Ima2=I 2 -2a;Ibm2=I 2 -2b;
I2mb=I -2b 2;I2cm=I -2c 2;Ic2m=I -2c -2c;Im2a=I -2a -2a;Pmmm=-P 2 2;Pnnn:1=P 2 2 -1n;Pnnn:2=-P 2ab 2bc;
Pccm=-P 2 2c;Pmaa=-P 2a 2;Pbmb=-P 2b 2b;Pban:1=P 2 2 -1ab;Pban:2=-P 2ab 2b;Pncb:1=P 2 2 -1bc;Pncb:2=-P 2b 2bc;
Pcna:1=P 2 2 -1ac;Pcna:2=-P 2a 2c;Pmma=-P 2a 2a;Pmmb=-P 2b 2;Pbmm=-P 2 2b;Pcmm=-P 2c 2c;Pmcm=-P 2c 2;
Pmam=-P 2 2a;Pnna=-P 2a 2bc;Pnnb=-P 2b 2n;Pbnn=-P 2n 2b;Pcnn=-P 2ab 2c;Pncn=-P 2ab 2n;Pnan=-P 2n 2bc;
Pmna=-P 2ac 2;Pnmb=-P 2bc 2bc;Pbmn=-P 2ab 2ab;Pcnm=-P 2 2ac;Pncm=-P 2 2bc;Pman=-P 2ab 2;Pcca=-P 2a 2ac;
Pccb=-P 2b 2c;Pbaa=-P 2a 2b;Pcaa=-P 2ac 2c;Pbcb=-P 2bc 2b;Pbab=-P 2b 2ab;Pbam=-P 2 2ab;Pmcb=-P 2bc 2;
Pcma=-P 2ac 2ac;Pccn=-P 2ab 2ac;Pnaa=-P 2ac 2bc;Pbnb=-P 2bc 2ab;Pbcm=-P 2c 2b;Pcam=-P 2c 2ac;Pmca=-P 2ac 2a;
Pmab=-P 2b 2a;Pbma=-P 2a 2ab;Pcmb=-P 2bc 2c;Pnnm=-P 2 2n;Pmnn=-P 2n 2;Pnmn=-P 2n 2n;Pmmn:1=P 2 2ab -1ab;
Pmmn:2=-P 2ab 2a;Pnmm:1=P 2bc 2 -1bc;Pnmm:2=-P 2c 2bc;Pmnm:1=P 2ac 2ac -1ac;Pmnm:2=-P 2c 2a;Pbcn=-P 2n 2ab;
Pcan=-P 2n 2c;Pnca=-P 2a 2n;Pnab=-P 2bc 2n;Pbna=-P 2ac 2b;Pcnb=-P 2b 2ac;Pbca=-P 2ac 2ab;Pcab=-P 2bc 2ac;
Pnma=-P 2ac 2n;Pmnb=-P 2bc 2a;Pbnm=-P 2c 2ab;Pcmn=-P 2n 2ac;Pmcn=-P 2n 2a;Pnam=-P 2c 2n;Cmcm=-C 2c 2;
Ccmm=-C 2c 2c;Amma=-A 2a 2a;Amam=-A 2 2a;Bbmm=-B 2 2b;Bmmb=-B 2b 2;Cmce=-C 2bc 2;Cmca=-C 2bc 2;Ccme=-C 2bc 2bc;
Ccmb=-C 2bc 2bc;Aema=-A 2ac 2ac;Abma=-A 2ac 2ac;Aeam=-A 2 2ac;Acam=-A 2 2ac;Bbem=-B 2 2bc;Bbcm=-B 2 2bc;
Bmeb=-B 2bc 2;Bmab=-B 2bc 2;Cmmm=-C 2 2;Ammm=-A 2 2;Bmmm=-B 2 2;Cccm=-C 2 2c;Amaa=-A 2a 2;Bbmb=-B 2b 2b;
Cmme=-C 2b 2;Cmma=-C 2b 2;Cmmb=-C 2b 2b;Abmm=-A 2c 2c;Acmm=-A 2 2c;Bmcm=-B 2 2c;Bmam=-B 2c 2;Ccce:1=C 2 2 -1bc;
Ccca:1=C 2 2 -1bc;Ccce:2=-C 2b 2bc;Ccca:2=-C 2b 2bc;Cccb:1=C 2 2 -1bc;Cccb:2=-C 2b 2c;Abaa:1=A 2 2 -1ac;
Abaa:2=-A 2a 2c;Acaa:1=A 2 2 -1ac;Acaa:2=-A 2ac 2c;Bbcb:1=B 2 2 -1bc;Bbcb:2=-B 2bc 2b;Bbab:1=B 2 2 -1bc;
Bbab:2=-B 2b 2bc;Fmmm=-F 2 2;Fddd:1=F 2 2 -1d;Fddd:2=-F 2uv 2vw;Immm=-I 2 2;Ibam=-I 2 2c;Imcb=-I 2a 2;
Icma=-I 2b 2b;Ibca=-I 2b 2c;Icab=-I 2a 2b;Imma=-I 2b 2;Immb=-I 2a 2a;Ibmm=-I 2c 2c;Icmm=-I 2 2b;Imcm=-I 2 2a;
Imam=-I 2c 2;P4=P 4;P41=P 4w;P42=P 4c;P43=P 4cw;I4=I 4;I41=I 4bw;P-4=P -4;I-4=I -4;P4/m=-P 4;P42/m=-P 4c;
P4/n:1=P 4ab -1ab;P4/n:2=-P 4a;P42/n:1=P 4n -1n;P42/n:2=-P 4bc;I4/m=-I 4;I41/a:1=I 4bw -1bw;I41/a:2=-I 4ad;
P422=P 4 2;P4212=P 4ab 2ab;P4122=P 4w 2c;P41212=P 4abw 2nw;P4222=P 4c 2;P42212=P 4n 2n;P4322=P 4cw 2c;
P43212=P 4nw 2abw;I422=I 4 2;I4122=I 4bw 2bw;P4mm=P 4 -2;P4bm=P 4 -2ab;P42cm=P 4c -2c;P42nm=P 4n -2n;
P4cc=P 4 -2c;P4nc=P 4 -2n;P42mc=P 4c -2;P42bc=P 4c -2ab;I4mm=I 4 -2;I4cm=I 4 -2c;I41md=I 4bw -2;I41cd=I 4bw -2c;
P-42m=P -4 2;P-42c=P -4 2c;P-421m=P -4 2ab;P-421c=P -4 2n;P-4m2=P -4 -2;P-4c2=P -4 -2c;P-4b2=P -4 -2ab;
P-4n2=P -4 -2n;I-4m2=I -4 -2;I-4c2=I -4 -2c;I-42m=I -4 2;I-42d=I -4 2bw;P4/mmm=-P 4 2;P4/mcc=-P 4 2c;
P4/nbm:1=P 4 2 -1ab;P4/nbm:2=-P 4a 2b;P4/nnc:1=P 4 2 -1n;P4/nnc:2=-P 4a 2bc;P4/mbm=-P 4 2ab;P4/mnc=-P 4 2n;
P4/nmm:1=P 4ab 2ab -1ab;P4/nmm:2=-P 4a 2a;P4/ncc:1=P 4ab 2n -1ab;P4/ncc:2=-P 4a 2ac;P42/mmc=-P 4c 2;
P42/mcm=-P 4c 2c;P42/nbc:1=P 4n 2c -1n;P42/nbc:2=-P 4ac 2b;P42/nnm:1=P 4n 2 -1n;P42/nnm:2=-P 4ac 2bc;
P42/mbc=-P 4c 2ab;P42/mnm=-P 4n 2n;P42/nmc:1=P 4n 2n -1n;P42/nmc:2=-P 4ac 2a;P42/ncm:1=P 4n 2ab -1n;
P42/ncm:2=-P 4ac 2ac;I4/mmm=-I 4 2;I4/mcm=-I 4 2c;I41/amd:1=I 4bw 2bw -1bw;I41/amd:2=-I 4bd 2;
I41/acd:1=I 4bw 2aw -1bw;I41/acd:2=-I 4bd 2c;P3=P 3;P31=P 31;P32=P 32;R3:H=R 3;R3:R=P 3*;P-3=-P 3;R-3:H=-R 3;
R-3:R=-P 3*;P312=P 3 2;P321=P 3 2";P3112=P 31 2c (0 0 1);P3121=P 31 2";P3212=P 32 2c (0 0 -1);P3221=P 32 2";
R32:H=R 3 2";R32:R=P 3* 2;P3m1=P 3 -2";P31m=P 3 -2;P3c1=P 3 -2"c;P31c=P 3 -2c;R3m:H=R 3 -2";R3m:R=P 3* -2;
R3c:H=R 3 -2"c;R3c:R=P 3* -2n;P-31m=-P 3 2;P-31c=-P 3 2c;P-3m1=-P 3 2";P-3c1=-P 3 2"c;R-3m:H=-R 3 2";
R-3m:R=-P 3* 2;R-3c:H=-R 3 2"c;R-3c:R=-P 3* 2n;P6=P 6;P61=P 61;P65=P 65;P62=P 62;P64=P 64;P63=P 6c;P-6=P -6;
P6/m=-P 6;P63/m=-P 6c;P622=P 6 2;P6122=P 61 2 (0 0 -1);P6522=P 65 2 (0 0 1);P6222=P 62 2c (0 0 1);
P6422=P 64 2c (0 0 -1);P6322=P 6c 2c;P6mm=P 6 -2;P6cc=P 6 -2c;P63cm=P 6c -2;P63mc=P 6c -2c;P-6m2=P -6 2;
P-6c2=P -6c 2;P-62m=P -6 -2;P-62c=P -6c -2c;P6/mmm=-P 6 2;P6/mcc=-P 6 2c;P63/mcm=-P 6c 2;P63/mmc=-P 6c 2c;
P23=P 2 2 3;F23=F 2 2 3;I23=I 2 2 3;P213=P 2ac 2ab 3;I213=I 2b 2c 3;Pm-3=-P 2 2 3;Pn-3:1=P 2 2 3 -1n;
Pn-3:2=-P 2ab 2bc 3;Fm-3=-F 2 2 3;Fd-3:1=F 2 2 3 -1d;Fd-3:2=-F 2uv 2vw 3;Im-3=-I 2 2 3;Pa-3=-P 2ac 2ab 3;
Ia-3=-I 2b 2c 3;P432=P 4 2 3;P4232=P 4n 2 3;F432=F 4 2 3;F4132=F 4d 2 3;I432=I 4 2 3;P4332=P 4acd 2ab 3;
P4132=P 4bd 2ab 3;I4132=I 4bd 2c 3;P-43m=P -4 2 3;F-43m=F -4 2 3;I-43m=I -4 2 3;P-43n=P -4n 2 3;F-43c=F -4c 2 3;
I-43d=I -4bd 2c 3;Pm-3m=-P 4 2 3;Pn-3n:1=P 4 2 3 -1n;Pn-3n:2=-P 4a 2bc 3;Pm-3n=-P 4n 2 3;Pn-3m:1=P 4n 2 3 -1n;
Pn-3m:2=-P 4bc 2bc 3;Fm-3m=-F 4 2 3;Fm-3c=-F 4c 2 3;Fd-3m:1=F 4d 2 3 -1d;Fd-3m:2=-F 4vw 2vw 3;
Fd-3c:1=F 4d 2 3 -1cd;Fd-3c:2=-F 4cvw 2vw 3;Im-3m=-I 4 2 3;Ia-3d=-I 4bd 2c 3
`;

/** Hall symbols by Hermann–Mauguin symbol without blanks: `Pnma`, `Fd-3m:2`, `R-3m:H`. */
const HALL_SYMBOLS: ReadonlyMap<string, string> = new Map(
  SETTINGS.replaceAll('\n', '')
    .split(';')
    .map((setting) => setting.split('=') as [string, string]),
);

/** `origin` when the symbol means two different origins and does not say which; `unknown` for no symbol. */
export type SpaceGroupOutcome =
  | { readonly ok: true; readonly hall: string }
  | { readonly ok: false; readonly reason: 'unknown' | 'origin' };

/**
 * The Hall symbol of a Hermann–Mauguin symbol as CIFs write it: with or without blanks and underscores, the choice
 * behind a colon or as a last letter (`F d -3 m Z`), old symbols (`F m 3 m`, `C m c a`). `hexagonal` settles the axes of
 * a rhombohedral group where the symbol does not.
 */
export function spaceGroupHall(symbol: string, hexagonal: boolean): SpaceGroupOutcome {
  const [name, choice] = nameAndChoice(symbol);
  for (const spelling of [name, name.replace(/^([A-Z].*[^-])3/, '$1-3')]) {
    const fixed = HALL_SYMBOLS.get(choice === '' ? spelling : `${spelling}:${choice}`);
    const axes = HALL_SYMBOLS.get(`${spelling}:${hexagonal ? 'H' : 'R'}`);
    const hall = fixed ?? (choice === '' ? axes : undefined);
    if (hall !== undefined) return { ok: true, hall };
    if (HALL_SYMBOLS.has(`${spelling}:1`)) return { ok: false, reason: 'origin' };
  }
  return { ok: false, reason: 'unknown' };
}

/** A digit is a choice behind a colon only (`P 1 21/c 1`); a capital letter at the end always is one. */
function nameAndChoice(symbol: string): [name: string, choice: string] {
  const plain = symbol.replaceAll(/[\s_()]/g, '');
  const [, name = plain, mark = ''] = /^(.+?):([12HRSZ])$/.exec(plain) ?? /^(.+)([HRSZ])$/.exec(plain) ?? [];
  const choice = { S: '1', Z: '2' }[mark] ?? mark;
  return [`${name.charAt(0).toUpperCase()}${name.slice(1).toLowerCase()}`, choice];
}
