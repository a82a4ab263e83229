import type { AnyRule } from '../define.ts'
import { cableShorterThanSpans } from './cable-shorter-than-spans.ts'
import { cableSpansApart } from './cable-spans-apart.ts'
import { coreAbsent } from './core-absent.ts'
import { coreNotFree } from './core-not-free.ts'
import { coreUsedTwice } from './core-used-twice.ts'
import { danglingSpan } from './dangling-span.ts'
import { fewSpareCores } from './few-spare-cores.ts'
import { marksAgainstDrawn } from './marks-against-drawn.ts'
import { marksNotUsed } from './marks-not-used.ts'
import { odfPortAbsent } from './odf-port-absent.ts'
import { odfPortClash } from './odf-port-clash.ts'
import { passiveMisdeclared } from './passive-misdeclared.ts'
import { passivePortAbsent } from './passive-port-absent.ts'
import { pathAmbiguous } from './path-ambiguous.ts'
import { pathNotConnected } from './path-not-connected.ts'
import { permitExpiring } from './permit-expiring.ts'
import { permitMissing } from './permit-missing.ts'
import { pieceWithFewerCores } from './piece-with-fewer-cores.ts'
import { poleOverloaded } from './pole-overloaded.ts'
import { repairImpossible } from './repair-impossible.ts'
import { repairWithoutMarks } from './repair-without-marks.ts'
import { ringInOneTrench } from './ring-in-one-trench.ts'
import { ringOnOnePole } from './ring-on-one-pole.ts'
import { ringOnOneSpan } from './ring-on-one-span.ts'
import { slackAwayFromCable } from './slack-away-from-cable.ts'
import { slackMissing } from './slack-missing.ts'
import { slackWithoutLength } from './slack-without-length.ts'
import { spliceAwayFromCable } from './splice-away-from-cable.ts'
import { spliceClash } from './splice-clash.ts'
import { spliceCoreAbsent } from './splice-core-absent.ts'
import { spliceLossImplausible } from './splice-loss-implausible.ts'
import { spliceNotRecorded } from './splice-not-recorded.ts'
import { spliceOnOtherSide } from './splice-on-other-side.ts'
import { trayAbsent } from './tray-absent.ts'
import { trayOverfull } from './tray-overfull.ts'
import { unbuiltInTheWay } from './unbuilt-in-the-way.ts'

/** Rules of PLT, by code. */
export const plantRules: readonly AnyRule[] = [
  danglingSpan,
  cableSpansApart,
  coreUsedTwice,
  pathNotConnected,
  fewSpareCores,
  coreNotFree,
  permitMissing,
  coreAbsent,
  odfPortClash,
  odfPortAbsent,
  spliceClash,
  ringOnOneSpan,
  pathAmbiguous,
  spliceCoreAbsent,
  spliceAwayFromCable,
  marksAgainstDrawn,
  cableShorterThanSpans,
  ringOnOnePole,
  slackMissing,
  unbuiltInTheWay,
  spliceNotRecorded,
  slackAwayFromCable,
  slackWithoutLength,
  spliceLossImplausible,
  trayAbsent,
  trayOverfull,
  permitExpiring,
  marksNotUsed,
  spliceOnOtherSide,
  repairImpossible,
  repairWithoutMarks,
  pieceWithFewerCores,
  passivePortAbsent,
  ringInOneTrench,
  poleOverloaded,
  passiveMisdeclared,
]
