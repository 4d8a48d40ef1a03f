// Fills one layout with one engine many times in one warm process.
// node node_peers.js ENGINE LAYOUT CONTENT OUTPUT SECONDS prints the median of milliseconds, and writes what it filled.
// What counts is processor time or, where that is less because threads helped, the time on the clock.
"use strict";
const fs = require("fs");
const { createRequire } = require("module");
const load = createRequire(process.cwd() + "/");

const TERM = /^(not )?([\w.]+)(?: (==|!=) "(.*)")?$/;

function valueOf(path, scope, context) {
  const [first, ...names] = path.split(".");
  const loop = context.scopePath.map((tag) => tag.startsWith(`for ${first} in `)).lastIndexOf(true);
  let value = loop >= 0 ? context.scopeList[loop + 1] : context.scopeList[0][first];
  for (const name of names) value = value[name];
  return value;
}

function truth(value) {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function holds(ways, scope, context) {
  return ways.some((terms) => allHold(terms, scope, context));
}

function allHold(terms, scope, context) {
  return terms.every(([, negated, path, operator, literal]) => {
    const value = valueOf(path, scope, context);
    if (operator) return (value === literal) === (operator === "==");
    return truth(value) !== Boolean(negated);
  });
}

function parser(tag) {
  const loop = /^for \w+ in (.+)$/.exec(tag);
  if (loop) return { get: (scope, context) => valueOf(loop[1], scope, context) };
  if (tag.startsWith("if ")) {
    const ways = tag.slice(3).replace(/[“”]/g, '"').split(" or ");
    const read = ways.map((way) => way.split(" and ").map((term) => TERM.exec(term)));
    return { get: (scope, context) => holds(read, scope, context) };
  }
  return { get: (scope, context) => valueOf(tag, scope, context) };
}

function docxtemplater(layout, content) {
  const Docxtemplater = load("docxtemplater");
  const PizZip = load("pizzip");
  // Its documents refuse a second render, so there is nothing to keep.
  const fill = async () => {
    const document = new Docxtemplater(new PizZip(layout), { parser, paragraphLoop: true, linebreaks: true });
    document.render(content);
    return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
  };
  return fill;
}

function carbone(layoutPath, content) {
  const engine = load("carbone");
  const fill = (resolve, reject) =>
    engine.render(layoutPath, content, (error, file) => (error ? reject(error) : resolve(file)));
  return () => new Promise(fill);
}

async function median(work, seconds) {
  const times = [];
  const end = performance.now() + seconds * 1000;
  while (times.length < 3 || performance.now() < end) {
    const [began, used] = [performance.now(), process.cpuUsage()];
    await work();
    const { user, system } = process.cpuUsage(used);
    times.push(Math.min(performance.now() - began, (user + system) / 1000));
  }
  times.sort((a, b) => a - b);
  return times[times.length >> 1];
}

async function main([engine, layout, contentPath, output, seconds]) {
  const content = JSON.parse(fs.readFileSync(contentPath, "utf8"));
  const work = engine === "carbone" ? carbone(layout, content) : docxtemplater(fs.readFileSync(layout), content);
  const warm = performance.now() + seconds * 500;
  while (performance.now() < warm) await work();
  fs.writeFileSync(output, await work());
  console.log(JSON.stringify(await median(work, Number(seconds))));
  process.exit(0);
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error.properties?.errors?.map((one) => one.message).join("; ") ?? error.stack);
  process.exit(1);
});
