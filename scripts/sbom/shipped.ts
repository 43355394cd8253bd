import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { root } from '../root.ts'
import type { Installed } from './lock.ts'

const SOURCES = '{worker,web,schema}/**/*.{ts,tsx,css}'
const IMPORT = /(?:from |import\(|import |@import )['"]([^'".][^'"]*)['"]/g
/** What the build of a Worker puts in by itself, for `nodejs_compat`. */
const BY_THE_BUILD: readonly string[] = []

/** The places of all packages that reach the Worker or a browser: those that our code imports, and what they take. */
export function shippedPlaces(installed: readonly Installed[]): ReadonlySet<string> {
  const byPlace = new Map(installed.map((each) => [each.at, each]))
  const shipped = new Set<string>()
  const take = (at: string): void => {
    const found = byPlace.get(at)
    if (!found || shipped.has(at)) return
    shipped.add(at)
    for (const next of found.takes) take(next)
  }
  for (const name of [...importedNames(), ...BY_THE_BUILD]) take(`node_modules/${name}`)
  return shipped
}

function importedNames(): ReadonlySet<string> {
  const files = globSync(SOURCES, { cwd: root, exclude: ['web/dist*/**', 'web/vite.config.ts'] })
  const named = files.flatMap((file) =>
    Array.from(readFileSync(join(root, file), 'utf8').matchAll(IMPORT), ([, from = '']) => from),
  )
  return new Set(named.filter((from) => !/^(?:cloudflare|node):/.test(from)).map(packageOf))
}

/** `drizzle-orm/d1` is of `drizzle-orm`, `@fullcalendar/core/x` of `@fullcalendar/core`. */
function packageOf(from: string): string {
  return from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/')
}
