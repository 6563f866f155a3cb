/**
 * Runs before `npm start` and `npm test` and says what to do where no Node is new enough for the toolchain. It is
 * JavaScript that old releases can read: a Node that cannot run TypeScript is exactly the one that has to run it.
 */

// 22.18 runs TypeScript without a flag; wrangler itself asks for 22.12.
const needed = [22, 18];
const found = process.versions.node.split('.').map(Number);

if (found[0] < needed[0] || (found[0] === needed[0] && found[1] < needed[1])) {
  console.error(
    `Portolan's tools need Node ${needed.join('.')} or later, and this is Node ${process.versions.node}.\n` +
      'The project brings its own as the package "node": run `npm ci` (without --ignore-scripts) and try again,\n' +
      `or install Node ${needed.join('.')} or later.`,
  );
  process.exit(1);
}
