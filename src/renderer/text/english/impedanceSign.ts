/** Words of the question whether a file holds Z'' or −Z''. */
export const impedanceSign = {
  label: "Sign of Z''",
  signs: { 'as-is': 'as in the file', negated: "inverted: the file holds −Z''" },
  question: (count: number) =>
    `Nothing in ${count === 1 ? 'the file' : `${count} files`} says whether it holds Z'' or −Z''. Capacitive arcs point up in the Nyquist plot; until you answer, the numbers are taken as Z''.`,
};
