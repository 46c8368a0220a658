/** How the doubts are worded, and where what they rest on can be read. */
import type { DoubtId } from '#core/compare/doubtNote.ts';

export const doubtWords: Readonly<Record<DoubtId, { readonly text: string; readonly reference: string }>> = {
  D1: {
    text: 'The voltage is lower than the electrolyte alone should need, or fell as it does when metal bridges it. A soft short would look like this; so would a thinner or better electrolyte than stated. A spectrum before cycling and the thickness of the pellet would decide.',
    reference: 'Menkin et al., Faraday Discuss. 2023; Counihan et al., Joule 2023',
  },
  D2: {
    text: 'Liquid lithium amalgam and a lithium-rich surface are about 0.94 V apart in equilibrium. A symmetric cell that polarises far less seems to have the same phase at both surfaces, or a path for electrons.',
    reference: 'Cogley and Butler, J. Phys. Chem. 72 (1968) 1017, doi:10.1021/j100849a040',
  },
  D3: {
    text: 'At 25 °C lithium amalgam is liquid only below 1.3 mol% of lithium; LiHg3, LiHg and Li3Hg are solid. With lithium beneath, the film tends to Li3Hg. How much of it is liquid during cycling should be shown, not assumed; the layer model brackets it.',
    reference: 'Cogley and Butler, J. Phys. Chem. 72 (1968) 1017, doi:10.1021/j100849a040',
  },
  D4: {
    text: 'All lines of Li3Hg with even indices lie under those of LiHg. Only odd lines such as (111) and (311) tell that Li3Hg is there.',
    reference: 'computed from the cells of LiHg (a = 3.287 Å) and Li3Hg (a = 6.561 Å), Zintl and co-workers',
  },
  D5: {
    text: 'Lines of LiHg3 together with those of what lies beneath it: copper radiation sees only the top few micrometres of LiHg3. The film may be thinner or not closed over the beam.',
    reference: 'computed from mass attenuation at Cu Kα',
  },
  D6: {
    text: 'The thicknesses do not fit one amount of mercury: from LiHg3 to Li3Hg a dense film swells 2.6 times at most. Pores, mixing with the electrolyte, mercury that flowed in, or another film would explain more.',
    reference: 'computed from the cells of LiHg3 and Li3Hg',
  },
  D7: {
    text: 'Hg 4f lies among La 4d and Si 2p, and 101.8 eV is above elemental mercury (99.9 eV), not below. A charge on mercury should be read from it only with the charge reference and these lines fitted.',
    reference: 'NIST X-ray Photoelectron Spectroscopy Database (values from memory, to be checked)',
  },
  D8: {
    text: 'A binding energy after one cycle has an error of its own and comes from one spot of one sample; whether the change is reversible needs more than one.',
    reference: 'on replicates: section on few cells of this answer',
  },
  D9: {
    text: 'The lines of LLTO depend on its lanthanum content and order; a card number alone does not say which was used. The phase should be named with its cell and composition.',
    reference: 'Sommariva and Catti, Chem. Mater. 2006, doi:10.1021/cm060120r',
  },
  D10: {
    text: 'A composition of amalgam in mol% is easily misread: saturation at 25 °C is 1.33 mol% of lithium, and thousandths of a per cent lie below common impurities. Weighing and its error should be given.',
    reference: 'Cogley and Butler, J. Phys. Chem. 72 (1968) 1017, doi:10.1021/j100849a040',
  },
  D11: {
    text: 'LLTO takes up lithium below about 1.7 V against lithium. An interface that changes colour or shows a new phase has probably reacted, whatever its resistance says.',
    reference: 'review of LLTO, Materials 2023, doi:10.3390/ma16227088',
  },
  D12: {
    text: 'Reduced LLTO, or amalgam in its pores, would conduct electrons and lower the resistance just as a better interface does. The intercept at high frequency and a DC measurement of electronic conductivity can tell them apart.',
    reference: 'Menkin et al., Faraday Discuss. 2023',
  },
  D13: {
    text: 'The pristine coated cells resist more than the bare ones. The film itself adds less than a millionth of an Ω cm², so that its own resistivity cannot be the reason; contact is more likely.',
    reference: 'order of magnitude: 1e-6 Ω m over micrometres',
  },
  D14: {
    text: 'Something that others need to judge the numbers is missing or scarce: area, temperature, thickness and conductivity of the electrolyte, or cells enough for a spread.',
    reference: 'Krauskopf et al., Chem. Rev. 120 (2020) 7745',
  },
  D15: {
    text: 'Capacities and retentions of full cells mean different things by their basis (active mass or whole electrode) and reference cycle. Both should stand beside the number.',
    reference: 'section on full cells of the conventions of this program',
  },
  D16: {
    text: 'A Coulombic efficiency below 99 % empties a cell within hundreds of cycles unless it has metal in excess. A good retention may then show the excess, and not that the anode is reversible.',
    reference: 'Adams et al., Adv. Energy Mater. 8 (2018) 1702097',
  },
  D17: {
    text: 'A plateau of a few millivolts needs a few Ω cm² for the whole cell, separator included. That should be held against a spectrum of the same cell.',
    reference: 'Ohm’s law; Menkin et al., Faraday Discuss. 2023',
  },
  D18: {
    text: 'Mercury forms no compound with aluminium and dissolves 0.015 at% of it: the film cannot store metal as lithium amalgam does. What helps here is probably the removal of oxide; one mechanism for all metals does not follow.',
    reference: 'assessment of the Al–Hg system (ASM alloy phase diagrams)',
  },
  D19: {
    text: 'Potentials of aluminium: −2.07 V is that of the hexafluoroaluminate couple, Al³⁺/Al is −1.66 to −1.68 V. Which one was meant should be said.',
    reference: 'standard potentials, recalled from tables',
  },
  D20: {
    text: 'Bare cells ended by a rising voltage, which is contact lost or a resistance grown. That is not the short circuit by dendrites that a coating is said to prevent; the two should be counted apart.',
    reference: 'Kasemchainan et al., Nat. Mater. 18 (2019) 1105',
  },
  D21: {
    text: 'The cells hold mercury, which is volatile and poisonous. Its amount in each cell belongs beside any claim of usefulness.',
    reference: 'Minamata Convention on Mercury (2013)',
  },
  D22: {
    text: 'Mercury weighs: 8.6 mg/cm² as in a 7 µm film of LiHg3 equals the mass of lithium for about 33 mAh/cm². Specific energies should count it.',
    reference: 'computed: 0.259 mg of lithium for each mAh',
  },
};
