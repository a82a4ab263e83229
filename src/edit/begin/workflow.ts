const installed = `      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
        with:
          persist-credentials: false
          fetch-depth: 0
      - uses: actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020 # v4.4.0
        with:
          node-version: 24
          cache: npm
      - run: npm ci
`

/** CI of a regency's repository. Actions are pinned by hash; no step has a credential that it does not need. */
export const workflow = `# Actions are pinned by hash: a tag can be moved.
name: serat
on:
  push:
    branches: [main]
  pull_request:
  schedule:
    # A contract or permit ends although nobody changed a file.
    - cron: '17 22 * * *'
permissions: {}
concurrency:
  group: \${{ github.workflow }}-\${{ github.ref }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}
jobs:
  check:
    name: findings as annotations, ledger frozen
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      contents: read
    steps:
${installed}      # A merge button of the host runs no merge driver: what both branches took is mended here, and said.
      - name: ledger after the merge
        if: github.event_name == 'pull_request'
        env:
          BASE: origin/\${{ github.base_ref }}
        run: |
          if git cat-file -e "$BASE:sites/allocations.lock.yaml"; then
            npx --no-install serat repair --base "$BASE"
            npx --no-install serat build
            git diff --exit-code -- sites/allocations.lock.yaml || {
              echo "::error file=sites/allocations.lock.yaml::git fetch && git merge $BASE && npx serat repair --base $BASE && npx serat build; commit the ledger and push"
              exit 1
            }
          fi
      - run: npx --no-install serat check --frozen --format github
  report:
    name: what this change does
    if: github.event_name == 'pull_request' && github.event.pull_request.head.repo.full_name == github.repository
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      contents: read
      pull-requests: write
    steps:
${installed}      - env:
          BASE: origin/\${{ github.base_ref }}
          GH_TOKEN: \${{ github.token }}
          NUMBER: \${{ github.event.pull_request.number }}
        run: |
          npx --no-install serat diff "$BASE" --format github-comment --both > comment.md
          gh pr comment "$NUMBER" --edit-last --create-if-none --body-file comment.md
`
