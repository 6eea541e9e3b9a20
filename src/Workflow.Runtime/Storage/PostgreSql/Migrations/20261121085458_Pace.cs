using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflow.Runtime.Storage.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Pace : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ProcessTimer_State_DueAt",
                table: "ProcessTimer");

            migrationBuilder.DropIndex(
                name: "IX_ProcessInstance_OrganizationId_SubjectId",
                table: "ProcessInstance");

            migrationBuilder.DropIndex(
                name: "IX_OutboxMessage_DoneAt_FailedAt_NotBefore",
                table: "OutboxMessage");

            migrationBuilder.DropIndex(
                name: "IX_OpenTask_OrganizationId_SubjectId_ClosedAt",
                table: "OpenTask");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntry_OrganizationId_SubjectId",
                table: "AuditEntry");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "LeasedUntil",
                table: "ProcessTimer",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Receipt",
                table: "CommandRecord",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "PreviousHash",
                table: "AuditHead",
                type: "character varying(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_ProcessTimer_DueAt",
                table: "ProcessTimer",
                column: "DueAt",
                filter: "\"State\" = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "IX_ProcessInstance_SubjectId",
                table: "ProcessInstance",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessage_NotBefore_Id",
                table: "OutboxMessage",
                columns: new[] { "NotBefore", "Id" },
                filter: "\"DoneAt\" IS NULL AND \"FailedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_OpenTask_OpenedAt_OrganizationId",
                table: "OpenTask",
                columns: new[] { "OpenedAt", "OrganizationId" },
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_OpenTask_SubjectId_ClosedAt",
                table: "OpenTask",
                columns: new[] { "SubjectId", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntry_SubjectId_Position",
                table: "AuditEntry",
                columns: new[] { "SubjectId", "Position" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ProcessTimer_DueAt",
                table: "ProcessTimer");

            migrationBuilder.DropIndex(
                name: "IX_ProcessInstance_SubjectId",
                table: "ProcessInstance");

            migrationBuilder.DropIndex(
                name: "IX_OutboxMessage_NotBefore_Id",
                table: "OutboxMessage");

            migrationBuilder.DropIndex(
                name: "IX_OpenTask_OpenedAt_OrganizationId",
                table: "OpenTask");

            migrationBuilder.DropIndex(
                name: "IX_OpenTask_SubjectId_ClosedAt",
                table: "OpenTask");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntry_SubjectId_Position",
                table: "AuditEntry");

            migrationBuilder.DropColumn(
                name: "LeasedUntil",
                table: "ProcessTimer");

            migrationBuilder.DropColumn(
                name: "Receipt",
                table: "CommandRecord");

            migrationBuilder.DropColumn(
                name: "PreviousHash",
                table: "AuditHead");

            migrationBuilder.CreateIndex(
                name: "IX_ProcessTimer_State_DueAt",
                table: "ProcessTimer",
                columns: new[] { "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ProcessInstance_OrganizationId_SubjectId",
                table: "ProcessInstance",
                columns: new[] { "OrganizationId", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessage_DoneAt_FailedAt_NotBefore",
                table: "OutboxMessage",
                columns: new[] { "DoneAt", "FailedAt", "NotBefore" });

            migrationBuilder.CreateIndex(
                name: "IX_OpenTask_OrganizationId_SubjectId_ClosedAt",
                table: "OpenTask",
                columns: new[] { "OrganizationId", "SubjectId", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntry_OrganizationId_SubjectId",
                table: "AuditEntry",
                columns: new[] { "OrganizationId", "SubjectId" });
        }
    }
}
