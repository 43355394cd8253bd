import { answering } from './en/answering.ts'
import { entrance } from './en/entrance.ts'
import { frame } from './en/frame.ts'
import { inviting } from './en/inviting.ts'
import { logging } from './en/logging.ts'

/** All words of the pages, by page; every other language is typed by this one. */
export const en = { answering, entrance, frame, inviting, logging }

export type PageWords = typeof en
