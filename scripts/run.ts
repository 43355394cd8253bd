import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'

import { inDeployment } from './deployed-config.ts'
import { root } from './root.ts'

const INSTALLED = join(root, 'node_modules', '.bin')

export type Run = (
  command: string,
  words: readonly string[],
  input?: string,
  env?: Readonly<Record<string, string>>,
) => Promise<string>

/** Runs an installed command without printing; throws with its whole output when it fails. `input` is what it reads. */
export async function run(
  command: string,
  words: readonly string[],
  input?: string,
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const child = spawn(join(INSTALLED, command), inDeployment(command, words), {
    cwd: root,
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      ...env,
      CI: '1',
      NO_COLOR: '1',
      WRANGLER_SEND_METRICS: 'false',
      PATH: `${INSTALLED}${delimiter}${process.env['PATH']}`,
    },
  })
  child.stdin?.end(input)
  const said: string[] = []
  child.stdout?.on('data', (part) => said.push(String(part)))
  child.stderr?.on('data', (part) => said.push(String(part)))

  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve))
  if (code !== 0) throw new Error(`${command} ${words.join(' ')} failed:\n${said.join('')}`)
  return said.join('')
}
