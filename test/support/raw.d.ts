/** Files as text, as vite imports them: the same in Node and inside workerd. */
declare module '*?raw' {
  const text: string;
  export default text;
}
