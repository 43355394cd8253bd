import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'

import { root } from '../root.ts'

const Package = z.object({
  version: z.optional(z.string()),
  integrity: z.optional(z.string()),
  license: z.optional(z.string()),
  dependencies: z.optional(z.record(z.string(), z.string())),
  optionalDependencies: z.optional(z.record(z.string(), z.string())),
})
const Lock = z.object({ packages: z.record(z.string(), Package) })

/** A package as it is installed: several versions of one name stand at several places. */
export type Installed = {
  /** As `node_modules/a/node_modules/b`. */
  readonly at: string
  readonly name: string
  readonly version: string
  readonly licence: string | null
  readonly integrity: string | null
  /** The places of those that it takes. */
  readonly takes: readonly string[]
}

export function readLock(): readonly Installed[] {
  const { packages } = Lock.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))
  return Object.entries(packages).flatMap(([at, { version, license, integrity, ...takes }]) => {
    if (at === '' || version === undefined) return []
    const wanted = Object.keys({ ...takes.dependencies, ...takes.optionalDependencies })
    return {
      ...{ at, name: at.slice(at.lastIndexOf('node_modules/') + 'node_modules/'.length), version },
      ...{ licence: license ?? null, integrity: integrity ?? null },
      takes: wanted.flatMap((name) => placeFrom(at, name, packages) ?? []),
    }
  })
}

/** As Node looks for it: beside the one who asks, then further out. */
function placeFrom(at: string, name: string, packages: Readonly<Record<string, unknown>>): string | null {
  for (let inside = at; ; inside = inside.slice(0, Math.max(0, inside.lastIndexOf('/node_modules/')))) {
    const place = inside === '' ? `node_modules/${name}` : `${inside}/node_modules/${name}`
    if (place in packages) return place
    if (inside === '') return null
    if (!inside.includes('/node_modules/')) inside = ''
  }
}
