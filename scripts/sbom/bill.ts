import { createHash } from 'node:crypto'

import type { Installed } from './lock.ts'

type Hash = { readonly alg: string; readonly content: string }
type Licence = { readonly license: { readonly id: string } } | { readonly expression: string }

export type Component = {
  readonly type: 'library'
  readonly 'bom-ref': string
  readonly name: string
  readonly version: string
  readonly purl: string
  /** `required` reaches the Worker or a browser; `excluded` only builds, tests or serves development. */
  readonly scope: 'required' | 'excluded'
  readonly licenses?: readonly Licence[]
  readonly hashes?: readonly Hash[]
}

const ALGORITHMS: Readonly<Record<string, string>> = {
  sha1: 'SHA-1',
  sha256: 'SHA-256',
  sha384: 'SHA-384',
  sha512: 'SHA-512',
}

/** CycloneDX 1.6. The same lock file gives the same document, its serial number included. */
export function billOfMaterials(
  { name, version }: { readonly name: string; readonly version: string },
  installed: readonly Installed[],
  shipped: ReadonlySet<string>,
) {
  const components = installed.map((each) => componentOf(each, shipped))
  const own = `${name}@${version}`
  const references = new Map(installed.map((each) => [each.at, referenceOf(each)]))
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: serialOf(components),
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': own, name, version } },
    components,
    dependencies: [
      { ref: own, dependsOn: installed.filter(({ at }) => shipped.has(at)).map(referenceOf) },
      ...installed.map((each) => ({
        ref: referenceOf(each),
        dependsOn: each.takes.flatMap((at) => references.get(at) ?? []),
      })),
    ],
  } as const
}

function componentOf(each: Installed, shipped: ReadonlySet<string>): Component {
  const { name, version, licence, integrity } = each
  return {
    ...{ type: 'library', 'bom-ref': referenceOf(each), name, version, purl: purlOf(each) },
    scope: shipped.has(each.at) ? 'required' : 'excluded',
    ...(licence && { licenses: [licenceOf(licence)] }),
    ...(integrity && { hashes: integrity.split(' ').flatMap(hashOf) }),
  }
}

/** By its place, since the same version may be installed twice. */
function referenceOf({ at, version }: Installed): string {
  return `${at.slice('node_modules/'.length)}@${version}`
}

function purlOf({ name, version }: Installed): string {
  return `pkg:npm/${name.replace(/^@/, '%40')}@${version}`
}

function licenceOf(licence: string): Licence {
  return / |\(/.test(licence) ? { expression: licence } : { license: { id: licence } }
}

/** Subresource integrity is base64, CycloneDX wants hexadecimal. */
function hashOf(integrity: string): Hash[] {
  const [alg = '', digest = ''] = integrity.split(/-(.*)/s)
  const name = ALGORITHMS[alg]
  return name ? [{ alg: name, content: Buffer.from(digest, 'base64').toString('hex') }] : []
}

function serialOf(components: readonly Component[]): string {
  const hex = createHash('sha256').update(JSON.stringify(components)).digest('hex')
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
