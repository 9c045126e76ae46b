-- CreateTable
CREATE TABLE "Proposal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "masqueName" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "ring" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "source" BLOB NOT NULL,
    "message" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "reasons" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "closedAt" DATETIME
);

-- CreateTable
CREATE TABLE "ProposalDecision" (
    "proposalId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("proposalId", "memberId"),
    CONSTRAINT "ProposalDecision_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_TagLock" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "tag" TEXT NOT NULL,
    "tagOid" TEXT NOT NULL,
    "commitOid" TEXT NOT NULL,
    "blobOid" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "degraded" BOOLEAN NOT NULL DEFAULT false,
    "authorId" TEXT,
    "at" DATETIME NOT NULL
);
INSERT INTO "new_TagLock" ("at", "authorId", "blobOid", "commitOid", "digest", "seq", "tag", "tagOid") SELECT "at", "authorId", "blobOid", "commitOid", "digest", "seq", "tag", "tagOid" FROM "TagLock";
DROP TABLE "TagLock";
ALTER TABLE "new_TagLock" RENAME TO "TagLock";
CREATE UNIQUE INDEX "TagLock_tag_key" ON "TagLock"("tag");
CREATE TABLE "new_Version" (
    "masqueName" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "declaredVersion" TEXT NOT NULL,
    "ring" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "tagline" TEXT,
    "skills" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "tampered" BOOLEAN NOT NULL DEFAULT false,
    "degraded" BOOLEAN NOT NULL DEFAULT false,
    "authorId" TEXT,
    "publishedAt" DATETIME NOT NULL,
    "tag" TEXT NOT NULL,
    "tagOid" TEXT NOT NULL,
    "commitOid" TEXT NOT NULL,
    "blobOid" TEXT NOT NULL,
    "source" BLOB NOT NULL,
    "body" BLOB NOT NULL,
    "plan" JSONB,

    PRIMARY KEY ("masqueName", "version"),
    CONSTRAINT "Version_masqueName_fkey" FOREIGN KEY ("masqueName") REFERENCES "Masque" ("name") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Version" ("authorId", "blobOid", "body", "commitOid", "declaredVersion", "digest", "masqueName", "plan", "publishedAt", "ring", "skills", "source", "state", "tag", "tagOid", "tagline", "tampered", "title", "version") SELECT "authorId", "blobOid", "body", "commitOid", "declaredVersion", "digest", "masqueName", "plan", "publishedAt", "ring", "skills", "source", "state", "tag", "tagOid", "tagline", "tampered", "title", "version" FROM "Version";
DROP TABLE "Version";
ALTER TABLE "new_Version" RENAME TO "Version";
CREATE UNIQUE INDEX "Version_tag_key" ON "Version"("tag");
CREATE INDEX "Version_state_idx" ON "Version"("state");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Proposal_ring_createdAt_idx" ON "Proposal"("ring", "createdAt");

-- CreateIndex
CREATE INDEX "Proposal_authorId_createdAt_idx" ON "Proposal"("authorId", "createdAt");

-- CreateIndex
CREATE INDEX "Proposal_masqueName_version_idx" ON "Proposal"("masqueName", "version");
