# shellcheck shell=bash
# Over real SIP, on an Asterisk and with a simulated town of their own: that a round whose service is killed in the
# middle comes to the same day, and how full a round keeps the trunk. Some fifteen minutes.

prove_telephones() {
    local status=0
    measure benchmark.KilledRoundProof 300 50 || status=1
    measure benchmark.SimulatedTrunkBenchmark 360 24 || status=1
    return "$status"
}
