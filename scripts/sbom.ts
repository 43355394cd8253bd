import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'

import { root } from './root.ts'
import { billOfMaterials } from './sbom/bill.ts'
import { readLock } from './sbom/lock.ts'
import { shippedPlaces } from './sbom/shipped.ts'

const Own = z.object({ name: z.string(), version: z.string() })
const own = Own.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
const installed = readLock()
const text = `${JSON.stringify(billOfMaterials(own, installed, shippedPlaces(installed)), null, 2)}\n`
const [file] = process.argv.slice(2)
if (file?.startsWith('-'))
  throw new Error(`There is no option ${file}: npm run sbom, or npm run sbom -- FILE.`)
if (file) await writeFile(file, text)
else process.stdout.write(text)
