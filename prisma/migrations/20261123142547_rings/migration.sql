-- CreateTable
CREATE TABLE "Invitation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hash" TEXT NOT NULL,
    "inviterId" TEXT,
    "founder" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    "memberId" TEXT
);

-- CreateTable
CREATE TABLE "Disapproval" (
    "memberId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "authorRing" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("memberId", "authorId")
);

-- CreateTable
CREATE TABLE "Confirmation" (
    "memberId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("memberId", "authorId")
);

-- CreateTable
CREATE TABLE "Lock" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "ring" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "liftedAt" DATETIME,
    "lifterId" TEXT
);

-- CreateTable
CREATE TABLE "RingChange" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "memberId" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "degraded" BOOLEAN NOT NULL DEFAULT false,
    "promotionId" TEXT,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Evidence" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "sessionId" TEXT,
    "masque" TEXT,
    "ring" TEXT,
    "task" TEXT,
    "startedAt" DATETIME,
    "endedCleanly" BOOLEAN,
    "public" BOOLEAN,
    "raterId" TEXT,
    "symbol" TEXT,
    "detail" TEXT,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Promotion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "memberId" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,
    "openedAt" DATETIME NOT NULL,
    "closesAt" DATETIME NOT NULL,
    "approvedAt" DATETIME,
    "closedAt" DATETIME,
    "degraded" BOOLEAN NOT NULL DEFAULT false
);

-- CreateTable
CREATE TABLE "PromotionDecision" (
    "promotionId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "authorRing" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("promotionId", "authorId"),
    CONSTRAINT "PromotionDecision_promotionId_fkey" FOREIGN KEY ("promotionId") REFERENCES "Promotion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Member" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "handle" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "ring" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'person',
    "operatorId" TEXT,
    "passwordHash" TEXT,
    "founder" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL,
    "ringSince" DATETIME,
    "sponsorId" TEXT,
    "guestUntil" DATETIME,
    "seenAt" DATETIME,
    "activeAt" DATETIME,
    "shownBelow" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "Member_operatorId_fkey" FOREIGN KEY ("operatorId") REFERENCES "Member" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Member" ("createdAt", "founder", "handle", "id", "kind", "name", "operatorId", "passwordHash", "ring") SELECT "createdAt", "founder", "handle", "id", "kind", "name", "operatorId", "passwordHash", "ring" FROM "Member";
DROP TABLE "Member";
ALTER TABLE "new_Member" RENAME TO "Member";
CREATE UNIQUE INDEX "Member_handle_key" ON "Member"("handle");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_hash_key" ON "Invitation"("hash");

-- CreateIndex
CREATE INDEX "Lock_kind_subject_idx" ON "Lock"("kind", "subject");

-- CreateIndex
CREATE INDEX "RingChange_memberId_idx" ON "RingChange"("memberId");

-- CreateIndex
CREATE INDEX "Evidence_memberId_at_idx" ON "Evidence"("memberId", "at");

-- CreateIndex
CREATE INDEX "Promotion_memberId_idx" ON "Promotion"("memberId");

-- CreateIndex
CREATE INDEX "Promotion_state_idx" ON "Promotion"("state");

-- A ring is climbed, and lost, one at a time: for every caller, this file's own server included. Only founders start
-- at the centre.
CREATE TRIGGER "Member_ring_moves_by_one" BEFORE UPDATE OF "ring" ON "Member"
WHEN abs(
  CASE NEW."ring" WHEN 'outsider' THEN 0 WHEN 'guest' THEN 1 WHEN 'player' THEN 2 WHEN 'admin' THEN 3 ELSE 99 END -
  CASE OLD."ring" WHEN 'outsider' THEN 0 WHEN 'guest' THEN 1 WHEN 'player' THEN 2 WHEN 'admin' THEN 3 ELSE 99 END
) > 1
BEGIN
  SELECT RAISE(ABORT, 'A ring is moved by one at a time.');
END;

CREATE TRIGGER "Member_starts_outside" BEFORE INSERT ON "Member"
WHEN NEW."ring" <> 'outsider' AND NOT (NEW."ring" = 'admin' AND NEW."founder")
BEGIN
  SELECT RAISE(ABORT, 'Everyone but a founder starts as an outsider.');
END;
