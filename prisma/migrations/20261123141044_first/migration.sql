-- CreateTable
CREATE TABLE "Member" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "handle" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "ring" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'person',
    "operatorId" TEXT,
    "passwordHash" TEXT,
    "founder" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Member_operatorId_fkey" FOREIGN KEY ("operatorId") REFERENCES "Member" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Token" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hash" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "scopes" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME,
    "revokedAt" DATETIME,
    "decidesUntil" DATETIME,
    CONSTRAINT "Token_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "BrowserSession" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hash" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "confirmedAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "revokedAt" DATETIME,
    CONSTRAINT "BrowserSession_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Identity" (
    "provider" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "linkedAt" DATETIME NOT NULL,

    PRIMARY KEY ("provider", "subject"),
    CONSTRAINT "Identity_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Founding" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT DEFAULT 1,
    "foundedAt" DATETIME NOT NULL,
    "memberId" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Masque" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "index" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Maintainer" (
    "masqueName" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "since" DATETIME NOT NULL,

    PRIMARY KEY ("masqueName", "memberId"),
    CONSTRAINT "Maintainer_masqueName_fkey" FOREIGN KEY ("masqueName") REFERENCES "Masque" ("name") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Maintainer_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Version" (
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

-- CreateTable
CREATE TABLE "TagLock" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "tag" TEXT NOT NULL,
    "tagOid" TEXT NOT NULL,
    "commitOid" TEXT NOT NULL,
    "blobOid" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "authorId" TEXT,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Withdrawal" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "masqueName" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "replacement" TEXT,
    "memberId" TEXT,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Quarantine" (
    "tag" TEXT NOT NULL PRIMARY KEY,
    "tagOid" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "ring" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "actor" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "subject" TEXT,
    "digest" TEXT,
    "intent" TEXT,
    "outcome" TEXT NOT NULL,
    "code" TEXT,
    "detail" JSONB
);

-- CreateTable
CREATE TABLE "Replay" (
    "actor" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "bodyHash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "answer" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("actor", "key")
);

-- CreateIndex
CREATE UNIQUE INDEX "Member_handle_key" ON "Member"("handle");

-- CreateIndex
CREATE UNIQUE INDEX "Token_hash_key" ON "Token"("hash");

-- CreateIndex
CREATE INDEX "Token_memberId_idx" ON "Token"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "BrowserSession_hash_key" ON "BrowserSession"("hash");

-- CreateIndex
CREATE INDEX "BrowserSession_memberId_idx" ON "BrowserSession"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "Masque_index_key" ON "Masque"("index");

-- CreateIndex
CREATE UNIQUE INDEX "Version_tag_key" ON "Version"("tag");

-- CreateIndex
CREATE INDEX "Version_state_idx" ON "Version"("state");

-- CreateIndex
CREATE UNIQUE INDEX "TagLock_tag_key" ON "TagLock"("tag");

-- CreateIndex
CREATE INDEX "Withdrawal_masqueName_version_idx" ON "Withdrawal"("masqueName", "version");

-- CreateIndex
CREATE INDEX "AuditEntry_subject_idx" ON "AuditEntry"("subject");

-- CreateIndex
CREATE INDEX "AuditEntry_actor_idx" ON "AuditEntry"("actor");

-- CreateIndex
CREATE INDEX "Replay_at_idx" ON "Replay"("at");
