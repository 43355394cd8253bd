import type { PageWords } from './en.ts'
import { answering } from './fr/answering.ts'
import { entrance } from './fr/entrance.ts'
import { frame } from './fr/frame.ts'
import { inviting } from './fr/inviting.ts'
import { logging } from './fr/logging.ts'

export const fr: PageWords = { answering, entrance, frame, inviting, logging }

