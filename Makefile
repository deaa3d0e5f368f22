# kheo: tổng hợp mô hình “Dân vận khéo” / consolidates “Dân vận khéo” models
#
#   make report    cài những gì còn thiếu, dựng kheo, lập báo cáo từ inputs/ vào reports/
#                  install what is missing, build kheo, make the report of inputs/ in reports/
#   make test      cài những gì còn thiếu, chạy mọi phép thử / install what is missing, run all tests
#   make faults    thử lỗi ở từng lời gọi hệ thống (strace, lâu) / a fault at every system call (slow)
#   make check     thử định dạng, cảnh báo, hướng import, số lệnh máy
#                  format, warnings, import direction, instructions
#   make gate      đếm lệnh máy cho mỗi bản ghi (valgrind) so với mức đã ghi
#                  instructions for each record, against what is on record
#   make bench     so với Polars, DuckDB, pandas, Python, ở 458 đến 10 triệu bản ghi (lâu): RECORDS=…
#                  against Polars, DuckDB, pandas, Python, at 458 to 10 million records (slow): RECORDS=…
#   make format    định dạng mã nguồn / format the sources
#   make record    ghi lại kết quả mong đợi của các ca thử / rewrite the expected output of cases
#   make fuzz      thử bằng dữ liệu ngẫu nhiên, mỗi đích 60 giây: SECONDS=…, TARGET=…
#                  fuzz each target for 60 seconds, or SECONDS=…; one of them only: TARGET=…
#   make sanitize  chạy các phép thử với Address và ThreadSanitizer / run the tests under both sanitizers
#   make install   cài kheo vào PREFIX (/usr/local) / install kheo under PREFIX
#   make clean     xóa thư mục dựng / remove what was built
#   make help      in trang này / print this page

SHELL := /bin/bash
PREFIX ?= /usr/local
PACKAGES := libxlsxwriter-dev libzip-dev libexpat1-dev libsqlite3-dev pkg-config
TEST_PACKAGES := strace
GATE_PACKAGES := valgrind
BENCH_PACKAGES := python3-venv
RELEASE := swift build -c release --static-swift-stdlib --scratch-path .build-release --product kheo
# One set of flags for tests and checks, so that what one built serves the other.
DEBUG := --scratch-path .build --explicit-target-dependency-import-check error
TEST := swift test --disable-xctest $(DEBUG)
GENERATE := swift build -c release --package-path Benchmarks --scratch-path Benchmarks/.build-release
SOURCES := Package.swift Sources Tests Fuzzing/Package.swift Fuzzing/Sources \
  Benchmarks/Package.swift Benchmarks/Sources
RECORDS ?= 458,100000,1000000,10000000
ROUNDS ?= 3
SECONDS ?= 60
TARGET ?= Records Submission Encoding Words Workbook Sheet Settings Registers Decisions Release

.PHONY: report test faults check gate bench format record fuzz sanitize install clean help setup binary

report: binary
	.build-release/release/kheo report

test: PACKAGES += $(TEST_PACKAGES)
test: setup
	$(TEST)

faults: PACKAGES += $(TEST_PACKAGES)
faults: setup
	KHEO_FAULTS=all $(TEST) --filter FaultInjectionTests

# The gate comes last: what is wrong with the format is told at once, not after a release build.
check: PACKAGES += $(GATE_PACKAGES)
check: setup
	swift format lint --strict --recursive $(SOURCES)
	@if grep -rnE '\btry!|\bas!|fatalError\(|preconditionFailure\(' Sources --include='*.swift'; then \
	  echo 'Sources: dữ liệu xấu không được làm sập chương trình / bad data must never trap' >&2; exit 1; fi
	swift build $(DEBUG)
	@$(MAKE) --no-print-directory gate

# Instructions, not seconds: no machine is too busy for it.
gate: PACKAGES += $(GATE_PACKAGES)
gate: binary
	$(GENERATE)
	Benchmarks/gate

bench: PACKAGES += $(BENCH_PACKAGES)
bench: binary
	$(GENERATE)
	Benchmarks/run --records $(RECORDS) --rounds $(ROUNDS)

format:
	swift format --in-place --recursive $(SOURCES)

record: setup
	KHEO_RECORD=1 $(TEST) --filter ConsolidationTests

fuzz: setup
	Fuzzing/run $(SECONDS) $(TARGET)

# Each has a build folder of its own, since a sanitizer changes every module. Faults are not injected
# here: a sanitizer that may not write ends the process with a status of its own.
sanitize: setup
	LSAN_OPTIONS=suppressions=$(CURDIR)/Tests/Sanitizers/leaks.txt:print_suppressions=0 \
	  swift test --disable-xctest --sanitize address --scratch-path .build-asan \
	  --skip FaultInjectionTests
	TSAN_OPTIONS=suppressions=$(CURDIR)/Tests/Sanitizers/races.txt \
	  swift test --disable-xctest --sanitize thread --scratch-path .build-tsan \
	  --skip FaultInjectionTests

install: binary
	install -D -m 755 -s .build-release/release/kheo $(DESTDIR)$(PREFIX)/bin/kheo

clean:
	rm -rf .build .build-release .build-fuzz .build-asan .build-tsan Benchmarks/.build-release

help:
	@sed -n '1,/^$$/{s/^# \{0,1\}//;p}' $(firstword $(MAKEFILE_LIST))

binary: setup
	$(RELEASE)

# Says what it installs; asks sudo only when not root; leaves a machine that has all alone.
setup:
	@command -v swift >/dev/null || { \
	  echo 'Chưa có Swift. Hãy cài Swift 6.2 trở lên từ https://www.swift.org/install/linux/ rồi chạy lại.'; \
	  echo 'There is no Swift. Install Swift 6.2 or later from https://www.swift.org/install/linux/ and run again.'; \
	  exit 1; } >&2
	@missing=; for package in $(PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	  if ! command -v apt-get >/dev/null; then \
	    pkg-config --exists xlsxwriter libzip expat sqlite3 2>/dev/null && exit 0; \
	    echo "Hãy cài / please install: libxlsxwriter, libzip, expat, sqlite3 (+ headers), pkg-config" >&2; exit 1; \
	  fi; \
	  echo "Cài gói còn thiếu / installing what is missing:$$missing"; \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -qq && \
	  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; \
	fi
