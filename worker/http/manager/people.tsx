import type { App } from '../context.ts'

export function peoplePages(_app: App): void {}
