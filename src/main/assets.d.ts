declare module '*?asset' {
  /** Path of the file beside the built main process. */
  const path: string;
  export default path;
}
