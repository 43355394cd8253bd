import { expect, test } from 'vitest'

import { billOfMaterials } from '../../scripts/sbom/bill.ts'
import { readLock } from '../../scripts/sbom/lock.ts'
import { shippedPlaces } from '../../scripts/sbom/shipped.ts'

const installed = readLock()
const shipped = shippedPlaces(installed)
const bill = billOfMaterials({ name: 'sotto', version: '1' }, installed, shipped)
const required = bill.components.filter(({ scope }) => scope === 'required').map(({ name }) => name)

test('the bill names every installed package once, with its version, licence and digest', () => {
  expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 })
  expect(bill.serialNumber).toMatch(
    /^urn:uuid:[\da-f]{8}-[\da-f]{4}-[1-5][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
  )
  expect(bill.components.length).toBe(installed.length)
  const references = bill.components.map((each) => each['bom-ref'])
  expect(new Set(references).size).toBe(references.length)

  const shippedOnes = bill.components.filter(({ scope }) => scope === 'required')
  for (const { purl, licenses, hashes } of shippedOnes) {
    expect(purl).toMatch(/^pkg:npm\/(?:%40[\w-]+\/)?[\w.-]+@\d+\.\d+\.\d+/)
    expect(licenses).toHaveLength(1)
    expect(hashes).toEqual([{ alg: 'SHA-512', content: expect.stringMatching(/^[\da-f]{128}$/) }])
  }
})

test('every reference of the bill has a component', () => {
  const known = new Set<string>([...bill.components.map((each) => each['bom-ref']), 'sotto@1'])
  const named = bill.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn])
  expect(named.filter((each) => !known.has(each))).toEqual([])
})

test('no address of a registry stands in the bill', () => {
  expect(JSON.stringify(bill)).not.toMatch(/https?:\/\//)
})

test('what only builds and tests is not required', () => {
  expect(required).not.toContain('wrangler')
  expect(required).not.toContain('vitest')
  expect(required.length).toBeLessThan(20)
})
