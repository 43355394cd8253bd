// Runs before `npm start` and `npm test`, on any Node from 18: installs the lockfile's packages when
// some are missing. The scripts themselves then run on the Node that was installed.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

const [major, minor] = process.versions.node.split('.').map(Number)

if (!isInstalled()) install()
linkNode()
refuseOldNode()
teachExec()

/** Compares contents, not times: in a copied or fresh checkout the times mean nothing. */
function isInstalled() {
  const wanted = packagesIn('package-lock.json')
  const present = packagesIn(join('node_modules', '.package-lock.json'))

  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || optional || devOptional || present[path]?.version === version,
  )
}

function packagesIn(file) {
  return read(file).packages ?? {}
}

function read(file) {
  const path = join(root, file)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
}

function install() {
  npm(process.execPath, 'ci', 'Installing what package-lock.json names …')
  // npm leaves out, without a word, what is optional and asks for a newer Node than it runs on: the tools' own binaries.
  const node = packagedNode()
  if (node && major < 20) npm(node.path, 'install', 'Adding what needs a newer Node …', '--no-save')
}

/** Runs the npm that runs us: of several on a machine it is the one that was asked for. */
function npm(node, command, sentence, ...words) {
  const path = process.env.npm_execpath
  const [program, ...before] = path ? [node, path] : ['npm']
  const flags = ['--include=dev', '--include=optional', '--no-audit', '--no-fund']

  console.log(sentence)
  const all = [...before, command, ...words, ...flags]
  const { status } = spawnSync(program, all, { cwd: root, stdio: 'inherit', shell: !path })
  if (status !== 0) fail(`The installation failed; \`npm ${command}\` says why.`)
}

/** The Node of this platform that came with the packages; undefined where there is none. */
function packagedNode() {
  const names = Object.keys(read('package.json').optionalDependencies ?? {})
  const name = names.find((each) => existsSync(join(root, 'node_modules', each, 'package.json')))
  if (!name) return undefined
  const { bin } = read(join('node_modules', name, 'package.json'))
  return { name, path: join(root, 'node_modules', name, bin.node) }
}

/**
 * npm 10 takes away the link to our Node with the packages of other platforms that it leaves out: they bear the same
 * link. Only a rebuild brings it back.
 */
function linkNode() {
  const node = packagedNode()
  if (node && !hasNode()) npm(node.path, 'rebuild', 'Linking the packaged Node …', node.name)
}

function hasNode() {
  return existsSync(join(root, 'node_modules', '.bin', 'node'))
}

/** Platforms without a packaged Node need their own, and it must run TypeScript directly. */
function refuseOldNode() {
  if (hasNode() || major > 22 || (major === 22 && minor >= 18)) return
  fail(
    `No packaged Node for ${process.platform}-${process.arch}: install Node 22.18 or newer (this is ${process.version}).`,
  )
}

/** `exec` in a script passes npm's signals straight to the server; Windows has neither `exec` nor these signals. */
function teachExec() {
  if (process.platform === 'win32') writeFileSync(join(root, 'node_modules', '.bin', 'exec.cmd'), '@%*\r\n')
}

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
