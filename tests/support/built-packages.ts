import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'

import { readLock } from '../../scripts/sbom/lock.ts'

const SourceMap = z.object({ sources: z.array(z.string()) })

/** The packages that the source maps in a folder name; some maps name paths of their authors too. */
export function builtPackages(directory: string): readonly string[] {
  const names = new Set(readLock().map(({ name }) => name))
  const sources = globSync('**/*.map', { cwd: directory }).flatMap(
    (map) => SourceMap.parse(JSON.parse(readFileSync(join(directory, map), 'utf8'))).sources,
  )
  const found = sources.flatMap((source) => {
    const all = Array.from(source.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)/g), ([, name = '']) => name)
    return all.filter((name) => names.has(name)).slice(-1)
  })
  return [...new Set(found)]
}
