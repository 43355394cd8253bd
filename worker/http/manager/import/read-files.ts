import type { FieldError } from '../../../../web/parts/form.ts'
import type { PageFrame } from '../../../../web/parts/page-frame.ts'
import { fileFaultSentence } from '../../../../web/words/imports.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { readTable } from '../../../domain/import/csv.ts'
import { type FileFault, type ImportFile, kindOf, toFile } from '../../../domain/import/file.ts'
import { MAX_IMPORT_FILES } from '../../../domain/limits.ts'
import { accept, refuse, type Result } from '../../../domain/result.ts'
import { csvText } from '../../forms/csv-text.ts'

/** What was chosen and pasted, still as text. */
export type BroughtTexts = {
  readonly files: readonly { readonly name: string; readonly text: string }[]
  readonly pasted: string
  /** The programme that the form stood in. */
  readonly programme: string | undefined
}

/** The parts of the form: files as octets, and a text as long as it is. */
export function broughtTexts(body: Readonly<Record<string, unknown>>): Promise<BroughtTexts> {
  const chosen = [body['files']].flat().filter((each) => each instanceof File && each.size > 0)
  const pasted = [body['text']].flat()[0]
  const [programme] = [body['programme']].flat()
  return Promise.all(chosen.flatMap((each) => (each instanceof File ? [readOne(each)] : []))).then(
    (files) => ({
      files,
      pasted: typeof pasted === 'string' ? pasted : '',
      programme: typeof programme === 'string' ? programme : undefined,
    }),
  )
}

async function readOne(file: File) {
  return { name: nameOf(file), text: csvText(new Uint8Array(await file.arrayBuffer())) }
}

const MAX_NAME_CHARACTERS = 100

function nameOf({ name }: File): string {
  return name.replaceAll(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '').slice(-MAX_NAME_CHARACTERS)
}

/** Each as a file of the kind that its columns say. What cannot be read is named. */
export function readFiles(
  { files, pasted }: BroughtTexts,
  frame: PageFrame,
): Result<readonly ImportFile[], readonly FieldError[]> {
  const words = wordsFor(frame).imports
  if (files.length > MAX_IMPORT_FILES)
    return refuse([{ field: 'files', message: words.tooManyFiles(MAX_IMPORT_FILES) }])
  const all = [
    ...files.map(({ name, text }) => ({ field: 'files', name, text })),
    ...(pasted.trim() === '' ? [] : [{ field: 'text', name: words.pasted, text: pasted }]),
  ]
  if (all.length === 0) return refuse([{ field: 'files', message: words.chooseOne }])

  const read = all.map(({ field, name, text }) => ({ field, name, file: fileIn(text, name) }))
  const errors = read.flatMap(({ field, name, file }) =>
    file.ok ? [] : [{ field, message: words.inFile(name, fileFaultSentence(file.refusal, frame)) }],
  )
  return errors.length > 0
    ? refuse(errors)
    : accept(read.flatMap(({ file }) => (file.ok ? [file.value] : [])))
}

function fileIn(text: string, name: string): Result<ImportFile, FileFault> {
  const table = readTable(text)
  return table.ok ? toFile(table.value, kindOf(table.value), name) : table
}
