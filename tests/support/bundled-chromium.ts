import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { root } from '../../scripts/root.ts'

/** The package's own font list has Lambda's folders: without fonts, text would have no width and no contrast. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(root, 'node_modules', '.cache', 'chromium', 'fonts', 'fonts')}</dir>
  <cachedir>${join(root, 'node_modules', '.cache', 'fontconfig')}</cachedir>
</fontconfig>
`

export type Executable = { readonly path: string; readonly env: Readonly<Record<string, string>> }

const CACHE = join(root, 'node_modules', '.cache')
const UNPACKED = join(CACHE, 'chromium')
const UNPACK = `import chromium from '@sparticuz/chromium'; await chromium.executablePath()`

/** The Chromium from the npm package (Linux x64 only), unpacked on first use; null elsewhere. */
export async function bundledChromium(): Promise<Executable | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  if (!existsSync(UNPACKED)) await unpack()

  return {
    path: join(UNPACKED, 'chromium'),
    env: { LD_LIBRARY_PATH: join(UNPACKED, 'al2023', 'lib'), FONTCONFIG_PATH: join(UNPACKED, 'fonts') },
  }
}

/** Pretends to be Lambda, so that the package unpacks the libraries that a bare machine lacks. */
async function unpack(): Promise<void> {
  const fresh = `${UNPACKED}-${process.pid}`
  await mkdir(fresh, { recursive: true })

  const child = spawn(process.execPath, ['--input-type=module', '--eval', UNPACK], {
    cwd: root,
    env: { ...process.env, TMPDIR: fresh, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`Chromium could not be unpacked into ${CACHE}`)

  await writeFile(join(fresh, 'fonts', 'fonts.conf'), FONTS)
  await rename(fresh, UNPACKED).catch(() => rm(fresh, { recursive: true, force: true }))
}
