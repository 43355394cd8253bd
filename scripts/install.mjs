// Runs before `npm start` and `npm test`, on any Node from 18: installs the lockfile's packages when
// some are missing. The scripts themselves then run on the Node that was installed.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

if (!isInstalled()) install()
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
  const path = join(root, file)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {}
}

function install() {
  const npm = process.env.npm_execpath
  const [command, ...before] = npm ? [process.execPath, npm] : ['npm']
  const words = [...before, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund']

  console.log('Installing what package-lock.json names …')
  const { status } = spawnSync(command, words, { cwd: root, stdio: 'inherit', shell: !npm })
  if (status !== 0) fail('The installation failed; `npm ci` says why.')
}

/** Platforms without a packaged Node need their own, and it must run TypeScript directly. */
function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const packaged = existsSync(join(root, 'node_modules', '.bin', 'node'))

  if (packaged || major > 22 || (major === 22 && minor >= 18)) return
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
