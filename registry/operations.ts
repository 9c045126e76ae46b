import { listAudit } from "./audit/list";
import { addMaintainer } from "./catalog/add-maintainer";
import { adoptMasque } from "./catalog/adopt";
import { checkIntent } from "./catalog/check-intent";
import { compareMasque } from "./catalog/compare";
import { diffMasque } from "./catalog/diff";
import { guardTag } from "./catalog/guard";
import { listMasques } from "./catalog/list";
import { listProblems } from "./catalog/problems";
import { showProgram } from "./catalog/program";
import { decideProposal } from "./catalog/proposals/decide";
import { listProposed } from "./catalog/proposals/list";
import { showProposal } from "./catalog/proposals/show";
import { withdrawProposal } from "./catalog/proposals/withdraw";
import { publishMasque } from "./catalog/publish";
import { rebuildIndex } from "./catalog/rebuild-index";
import { removeMaintainer } from "./catalog/remove-maintainer";
import { resolveMasque } from "./catalog/resolve";
import { showMasque } from "./catalog/show";
import { showSource } from "./catalog/source";
import { showStatus } from "./catalog/status";
import { validateMasque } from "./catalog/validate";
import { showVersion } from "./catalog/version";
import { listVersions } from "./catalog/versions";
import { withdrawMasque } from "./catalog/withdraw";
import { changePassword } from "./rings/change-password";
import { changeProfile } from "./rings/change-profile";
import { closeBrowser } from "./rings/close-browser";
import { confirmBrowser } from "./rings/confirm-browser";
import { confirmDisapproval } from "./rings/council/confirm-disapproval";
import { decidePromotion } from "./rings/council/decide-promotion";
import { demoteMember } from "./rings/council/demote";
import { disapproveMember } from "./rings/council/disapprove";
import { liftLock } from "./rings/council/lift-lock";
import { listLocks } from "./rings/council/list-locks";
import { listPromotions } from "./rings/council/list-promotions";
import { lockSubject } from "./rings/council/lock";
import { openPromotion } from "./rings/council/open-promotion";
import { reconfirmMember } from "./rings/council/reconfirm";
import { settlePromotion } from "./rings/council/settle-promotion";
import { showCouncil } from "./rings/council/show-council";
import { showMe } from "./rings/council/show-me";
import { showPromotion } from "./rings/council/show-promotion";
import { withdrawDisapproval } from "./rings/council/withdraw-disapproval";
import { createAgent } from "./rings/create-agent";
import { createToken } from "./rings/create-token";
import { endSponsorship } from "./rings/end-sponsorship";
import { foundCommunity } from "./rings/found";
import { inviteMember } from "./rings/invite";
import { joinCommunity } from "./rings/join";
import { linkIdentity } from "./rings/link-identity";
import { listMembers } from "./rings/list-members";
import { listTokens } from "./rings/list-tokens";
import { recordEvidence } from "./rings/merit/record-evidence";
import { openBrowser } from "./rings/open-browser";
import { openBrowserByIdentity } from "./rings/open-browser-by-identity";
import { recoverCommunity } from "./rings/recover";
import { revokeToken } from "./rings/revoke-token";
import { showCommunity } from "./rings/show-community";
import { showMember } from "./rings/show-member";
import { showPolicy } from "./rings/show-policy";
import { signOutEverywhere } from "./rings/sign-out-everywhere";
import { sponsorMember } from "./rings/sponsor";

/** Everything there is to do, by name. What is not here cannot be done. */
export const operations = {
  "agent.create": createAgent,
  "audit.list": listAudit,
  "browser.close": closeBrowser,
  "browser.confirm": confirmBrowser,
  "browser.open": openBrowser,
  "browser.open-by-identity": openBrowserByIdentity,
  "community.found": foundCommunity,
  "community.recover": recoverCommunity,
  "community.show": showCommunity,
  "council.show": showCouncil,
  "evidence.record": recordEvidence,
  "identity.link": linkIdentity,
  "index.rebuild": rebuildIndex,
  "intent.check": checkIntent,
  "lock.create": lockSubject,
  "lock.lift": liftLock,
  "lock.list": listLocks,
  "maintainer.add": addMaintainer,
  "maintainer.remove": removeMaintainer,
  "masque.adopt": adoptMasque,
  "masque.compare": compareMasque,
  "masque.diff": diffMasque,
  "masque.guard": guardTag,
  "masque.list": listMasques,
  "masque.program": showProgram,
  "masque.publish": publishMasque,
  "masque.resolve": resolveMasque,
  "masque.show": showMasque,
  "masque.source": showSource,
  "masque.status": showStatus,
  "masque.validate": validateMasque,
  "masque.version": showVersion,
  "masque.versions": listVersions,
  "masque.withdraw": withdrawMasque,
  "me.change-password": changePassword,
  "me.change-profile": changeProfile,
  "me.show": showMe,
  "me.sign-out": signOutEverywhere,
  "member.confirm-disapproval": confirmDisapproval,
  "member.demote": demoteMember,
  "member.disapprove": disapproveMember,
  "member.end-sponsorship": endSponsorship,
  "member.invite": inviteMember,
  "member.join": joinCommunity,
  "member.list": listMembers,
  "member.reconfirm": reconfirmMember,
  "member.show": showMember,
  "member.sponsor": sponsorMember,
  "member.withdraw-disapproval": withdrawDisapproval,
  "policy.show": showPolicy,
  "promotion.decide": decidePromotion,
  "promotion.list": listPromotions,
  "promotion.open": openPromotion,
  "promotion.settle": settlePromotion,
  "promotion.show": showPromotion,
  "proposal.decide": decideProposal,
  "proposal.list": listProposed,
  "proposal.show": showProposal,
  "proposal.withdraw": withdrawProposal,
  "repository.problems": listProblems,
  "token.create": createToken,
  "token.list": listTokens,
  "token.revoke": revokeToken,
} as const;

export type Operations = typeof operations;
export type OperationName = keyof Operations;
