// Plain JavaScript, so that an old Node says a sentence instead of choking on the first .ts file.
if (Number(process.versions.napi) < 10) {
  console.error(
    `Nyckeltal runs on Node 24, which npm ci puts into node_modules; this is Node ${process.versions.node}: run npm ci without --ignore-scripts.`,
  );
  process.exit(1);
}
